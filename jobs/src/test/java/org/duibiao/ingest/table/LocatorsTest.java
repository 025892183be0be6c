package org.duibiao.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LocatorsTest {

  private static String cell(String row, int ordinal) {
    return new FileRecord(row, List.of()).locator(ordinal);
  }

  @Test
  void cells() {
    assertThat(cell("row:17", 3)).isEqualTo("row:17");
    assertThat(cell("sheet:表1!7", 1)).isEqualTo("sheet:表1!B7");
    assertThat(cell("sheet:a!b!7", 27)).isEqualTo("sheet:a!b!AB7");
    assertThat(cell("table:2!5", 2)).isEqualTo("table:2!C5");
  }

  @Test
  void letters() {
    assertThat(List.of(0, 25, 26, 51, 52, 701, 702, 16383).stream().map(Locators::letters))
        .containsExactly("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD");
  }
}
