package org.duibiao.prose.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.duibiao.prose.CorpusReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenominatorPhrasesTest {

  private static DenominatorPhrases denominators;

  @BeforeAll
  static void load() throws IOException {
    denominators = new DenominatorPhrases(CorpusReader.catalogue().lexicon());
  }

  @ParameterizedTest
  @CsvSource({
    "每千人口床位, /千人",
    "每1000人床位, /千人",
    "每10000名常住人口医生, /万人",
    "每10万孕产妇死亡, /十万人",
    "每百万人口, /百万人",
    "每百名老年人床位, %",
    "每千人床位和每万人医生, /万人",
    "床位, "
  })
  void theLastOfAStretchOfTextCounts(String text, String unit) {
    assertThat(denominators.lastUnit(text, 0, text.length())).isEqualTo(unit);
  }

  @Test
  void aTermBeginsWithOne() {
    assertThat(denominators.unitAtStart("每千常住人口床位")).isEqualTo("/千人");
    assertThat(denominators.unitAtStart("床位")).isNull();
    assertThat(denominators.unitAtStart("每百人床位")).as("a column of those prints %").isNull();
    assertThat(denominators.unitAtStart("每千床位")).as("nobody is said").isNull();
  }

  @Test
  void aTermWithoutItIsWhatIsCounted() {
    assertThat(denominators.without("每千活产儿死亡")).isEqualTo("死亡");
    assertThat(denominators.isDenominator("每万名户籍人口")).isTrue();
    assertThat(denominators.isDenominator("每万人医生")).isFalse();
  }

  @Test
  void oneMayFollowAUnit() {
    String text = "4.51张/千常住人口。";
    assertThat(DenominatorPhrases.afterUnit(text, 5, text.length()))
        .isEqualTo(new DenominatorPhrases.UnitDenominator("/千人", 11));
    assertThat(DenominatorPhrases.afterUnit(text, 4, text.length())).isNull();
  }
}
