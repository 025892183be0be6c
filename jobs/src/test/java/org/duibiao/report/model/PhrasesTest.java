package org.duibiao.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.duibiao.markup.Bilingual;
import org.duibiao.model.code.Bound;
import org.junit.jupiter.api.Test;

class PhrasesTest {

  @Test
  void printsBoundsInWords() {
    Bilingual value = Bilingual.plain("22 家", "22 hospitals");
    assertThat(Phrases.bounded(value, Bound.GE))
        .isEqualTo(Bilingual.plain("不少于 22 家", "at least 22 hospitals"));
    assertThat(Phrases.bounded(value, Bound.EQ)).isEqualTo(value);
  }
}
