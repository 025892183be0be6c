package org.duibiao.report.export;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.duibiao.markup.Sanitizer;
import org.duibiao.model.DecimalText;

/**
 * An extract as CSV that opens in a spreadsheet as what it is: UTF-8 with its mark, CRLF, numbers
 * as numbers, text never as a formula.
 */
public final class CsvWriter {

  /** As many digits as a double keeps through decimal and back. */
  private static final MathContext DOUBLE = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final String FORMULA = "=+-@＝＋－＠";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get();

  private CsvWriter() {}

  public static <T> byte[] write(ExportTable<T> extract) {
    List<ExportTable.Column<T>> columns = extract.columns();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CSVPrinter printer =
        new CSVPrinter(
            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)
                .append('\uFEFF'),
            FORMAT)) {
      printer.printRecord(columns.stream().map(ExportTable.Column::name).toList());
      for (T line : extract.rows()) {
        for (ExportTable.Column<T> column : columns) {
          printer.print(cell(column.of().apply(line)));
        }
        printer.println();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A value as it stands in the file: {@code "=1+1" → "'=1+1"}, {@code -0.5 → "-0.5"}. */
  public static String cell(Object value) {
    if (value == null) {
      return "";
    } else if (value instanceof BigDecimal number) {
      return DecimalText.plain(number);
    } else if (value instanceof Double number) {
      return DecimalText.plain(new BigDecimal(number, DOUBLE));
    } else if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    } else if (value instanceof List<?> list) {
      return text(String.join(ExportTable.SEPARATOR, list.stream().map(String::valueOf).toList()));
    }
    return text(value.toString());
  }

  private static String text(String text) {
    String clean = Sanitizer.clean(text);
    String start = clean.stripLeading();
    boolean formula =
        !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0
            || text.startsWith("\t")
            || text.startsWith("\r");
    return formula ? "'" + clean : clean;
  }
}
