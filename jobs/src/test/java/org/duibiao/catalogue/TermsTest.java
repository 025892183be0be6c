package org.duibiao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("changes the locale of the JVM")
class TermsTest {

  @ParameterizedTest
  @CsvSource({
    "三级医院, 三级医院",
    "执业（助理） 医师, 执业(助理)医师",
    "'\u3000常\u00A0住\u200B人\uFEFF口\t', 常住人口",
    "ＧＤＰ, gdp",
    "Life Expectancy, lifeexpectancy",
    "万㎡, 万m2",
    "％, %"
  })
  void keys(String term, String key) {
    assertThat(Terms.key(term)).isEqualTo(key);
  }

  @Test
  void doesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(Terms.key("JINAN CITY")).isEqualTo("jinancity");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aKeyIsItsOwnKey() {
    Random random = new Random(20260101);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder term = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        term.appendCodePoint(
            random.nextInt(4) == 0 ? random.nextInt(0x300) : random.nextInt(0xD800));
      }
      String key = Terms.key(term.toString());
      assertThat(Terms.key(key)).as("key of %s", term).isEqualTo(key);
    }
  }
}
