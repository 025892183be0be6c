package org.duibiao.benchmark.selection;

import java.io.IOException;
import java.io.ObjectOutput;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duibiao.model.code.Flag;
import org.duibiao.tables.Figure;

/**
 * Writes figures in about a hundred bytes each: what they have in common once. Java's own
 * serialization takes ten times the space and time for dates, decimals and records.
 */
final class FigureEncoder {

  private final ObjectOutput out;
  private final Map<String, Integer> words = new HashMap<>();
  private final List<Figure> figures = new ArrayList<>();

  FigureEncoder(ObjectOutput out) {
    this.out = out;
  }

  /** Forgets the figures written so far: those that follow share none with them. */
  void section() {
    figures.clear();
  }

  /** Writes a figure, or a reference to it if it stands in this section already. */
  void figure(Figure figure) throws IOException {
    if (figure == null) {
      count(0);
      return;
    }
    for (int i = 0; i < figures.size(); i++) {
      if (figures.get(i) == figure) {
        count(i + 1);
        return;
      }
    }
    figures.add(figure);
    count(figures.size());
    text(figure.observationId());
    word(figure.cityCode());
    word(figure.indicator());
    decimal(figure.value());
    decimal(figure.valueHigh());
    word(figure.unit());
    decimal(figure.resolution());
    constant(figure.bound());
    date(figure.periodStart());
    date(figure.periodEnd());
    constant(figure.periodType());
    constant(figure.populationBasis());
    word(figure.sourceId());
    word(figure.publisher());
    constant(figure.sourceClass());
    date(figure.published());
    word(figure.path());
    text(figure.locator());
    word(figure.field());
    text(figure.quote());
    count(figure.flags().size());
    for (Flag each : figure.flags()) {
      constant(each);
    }
  }

  /** Writes a string that occurs often: the second time as a number. */
  void word(String word) throws IOException {
    if (word == null) {
      count(0);
      return;
    }
    Integer known = words.putIfAbsent(word, words.size() + 1);
    if (known != null) {
      count(known);
    } else {
      count(words.size());
      text(word);
    }
  }

  void text(String text) throws IOException {
    if (text == null) {
      count(0);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    count(bytes.length + 1);
    out.write(bytes);
  }

  void decimal(BigDecimal decimal) throws IOException {
    if (decimal == null) {
      count(0);
      return;
    }
    byte[] unscaled = decimal.unscaledValue().toByteArray();
    count(unscaled.length);
    out.write(unscaled);
    out.writeInt(decimal.scale());
  }

  void date(LocalDate date) throws IOException {
    out.writeLong(date == null ? Long.MIN_VALUE : date.toEpochDay());
  }

  void constant(Enum<?> constant) throws IOException {
    count(constant == null ? 0 : constant.ordinal() + 1);
  }

  /** Writes a number that is not negative: seven bits a byte, the lowest first. */
  void count(int count) throws IOException {
    int rest = count;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
