package org.duibiao.jobs.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.duibiao.columns.Schema;
import org.duibiao.tables.Tables;
import org.junit.jupiter.api.Test;

class DataDictionaryPageTest {

  private static final Path PAGE = Path.of("../docs/tables.md");

  /** {@code mvn test -Dtest=DictionaryTest -Dupdate=true} writes the page anew. */
  @Test
  void thePageIsWhatTheDeclarationsSay() throws IOException {
    if (Boolean.getBoolean("update")) {
      Files.writeString(PAGE, DataDictionaryPage.markdown());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(DataDictionaryPage.markdown());
  }

  @Test
  void everyColumnHasAMeaning() {
    for (Class<? extends Record> table : Tables.ALL) {
      assertThat(Schema.of(table).fields())
          .as(Schema.of(table).name())
          .allSatisfy(field -> assertThat(field.comment()).isNotBlank());
    }
  }
}
