package org.duibiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.duibiao.report.model.ReleaseFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The report does not depend on where it is written. */
@Isolated("changes the locale of the JVM")
class ReportAnywhereTest {

  @Test
  void sameInputGivesTheSameBytesInWhateverOrderPlaceAndLanguage() {
    Map<String, byte[]> expected = Report.files(ReleaseFixture.cities().input(), List.of());
    ReleaseFixture shuffled = ReleaseFixture.cities();
    Random random = new Random(7);
    for (List<?> rows :
        List.of(
            shuffled.rows,
            shuffled.vintages,
            shuffled.values,
            shuffled.figures,
            shuffled.sources,
            shuffled.findings)) {
      Collections.shuffle(rows, random);
    }
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Map<String, byte[]> actual = Report.files(shuffled.input(), List.of());
      expected.forEach(
          (name, bytes) -> assertThat(string(actual.get(name))).isEqualTo(string(bytes)));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
