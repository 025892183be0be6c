package org.duibiao.benchmark.selection;

import java.util.Comparator;

/** What there is one value to use for. */
public record ValueKey(String cityCode, String indicator, int year)
    implements Comparable<ValueKey> {

  private static final Comparator<ValueKey> ORDER =
      Comparator.comparing(ValueKey::cityCode)
          .thenComparing(ValueKey::indicator)
          .thenComparingInt(ValueKey::year);

  @Override
  public int compareTo(ValueKey other) {
    return ORDER.compare(this, other);
  }
}
