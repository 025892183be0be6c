package org.duibiao.benchmark.selection;

import java.util.Comparator;

/** What there is one value to use for. */
public record ValueKey(String cityCode, String indicator, int year)
    implements Comparable<ValueKey> {

  private static final Comparator<ValueKey> ORDER =
      Comparator.comparing(ValueKey::cityCode)
          .thenComparing(ValueKey::indicator)
          .thenComparingInt(ValueKey::year);

  /** Spread out: the codes of neighbouring cities, and years, are neighbouring numbers. */
  @Override
  public int hashCode() {
    int hash = cityCode.hashCode() * 0x9E3779B1 + indicator.hashCode();
    hash = hash * 0x85EBCA77 + year;
    hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
    return hash ^ hash >>> 13;
  }

  @Override
  public int compareTo(ValueKey other) {
    return ORDER.compare(this, other);
  }
}
