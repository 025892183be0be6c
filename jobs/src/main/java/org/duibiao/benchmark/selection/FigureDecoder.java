package org.duibiao.benchmark.selection;

import java.io.IOException;
import java.io.ObjectInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.SourceClass;
import org.duibiao.tables.Figure;
import org.duibiao.tables.FigureBuilder;

/** Reads what {@link FigureEncoder} wrote; what was shared is shared again. */
final class FigureDecoder {

  private final ObjectInput in;
  private final Interner interner;
  private final List<String> words = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  FigureDecoder(ObjectInput in, Interner interner) {
    this.in = in;
    this.interner = interner;
  }

  void section() {
    figures.clear();
  }

  Figure figure() throws IOException {
    int number = count();
    if (number == 0) {
      return null;
    }
    if (number <= figures.size()) {
      return figures.get(number - 1);
    }
    Figure figure =
        FigureBuilder.builder()
            .observationId(text())
            .cityCode(word())
            .indicator(word())
            .value(decimal())
            .valueHigh(decimal())
            .unit(word())
            .resolution(interner.intern(decimal()))
            .bound(constant(Bound.class))
            .periodStart(interner.intern(date()))
            .periodEnd(interner.intern(date()))
            .periodType(constant(PeriodType.class))
            .populationBasis(constant(PopulationBasis.class))
            .sourceId(word())
            .publisher(word())
            .sourceClass(constant(SourceClass.class))
            .published(interner.intern(date()))
            .path(word())
            .locator(text())
            .field(word())
            .quote(text())
            .flags(interner.intern(flags()))
            .build();
    figures.add(figure);
    return figure;
  }

  String word() throws IOException {
    int number = count();
    if (number == 0) {
      return null;
    }
    if (number > words.size()) {
      words.add(text());
    }
    return words.get(number - 1);
  }

  private List<Flag> flags() throws IOException {
    int size = count();
    List<Flag> read = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      read.add(constant(Flag.class));
    }
    return List.copyOf(read);
  }

  String text() throws IOException {
    int length = count();
    return length == 0 ? null : new String(bytes(length - 1), StandardCharsets.UTF_8);
  }

  BigDecimal decimal() throws IOException {
    int length = count();
    return length == 0 ? null : new BigDecimal(new BigInteger(bytes(length)), in.readInt());
  }

  LocalDate date() throws IOException {
    long day = in.readLong();
    return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
  }

  <E extends Enum<E>> E constant(Class<E> type) throws IOException {
    int number = count();
    return number == 0 ? null : type.getEnumConstants()[number - 1];
  }

  int count() throws IOException {
    int count = 0;
    for (int shift = 0; ; shift += 7) {
      int next = in.readUnsignedByte();
      count |= (next & 0x7f) << shift;
      if (next <= 0x7f) {
        return count;
      }
    }
  }

  private byte[] bytes(int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}
