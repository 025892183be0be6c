package org.duibiao.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFormatTest {

  @ParameterizedTest
  @CsvSource({
    "0.30000000000000004, General, 0.3",
    "12.3456, 0.0, 12.3456",
    "6.8235294117647065, 0.00, 6.823529411765",
    "0.67123456789012345, 0.0%, 67.123456789012%",
    "35500.1, General, 35500.1",
    "1446274.12345678, General, 1446274.12345678",
    // Six digits are what is needed of a number, however small; the reader says if it is too small.
    "0.0000012345678901, General, 0.000001234568",
    "1.23456789E-8, General, 0.0000000123456789",
    "7E-7, General, 0.0000007"
  })
  void numbersAsAWorkbookKeepsThem(String kept, String format, String text) {
    assertThat(CellFormat.of(0, format).text(kept, false)).isEqualTo(text);
  }
}
