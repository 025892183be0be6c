package org.duibiao.normalize.number;

/** A place in a cell's text, and the fault that ended its reading. */
class NumberCursor {
  private static final int LONGEST_QUOTE = 24;

  final char[] s;
  final int end;
  int pos;
  NumberReading.Unreadable fault;

  NumberCursor(NumberText text) {
    s = text.chars;
    end = text.end;
  }

  int skipSpaces(int from) {
    int at = from;
    while (at < end && NumberText.isSpace(s[at])) {
      at++;
    }
    return at;
  }

  int digitsEnd(int from) {
    return NumberText.digitsEnd(s, from, end);
  }

  /** Notes the fault, and is false for a caller that hands it on. */
  boolean fails(String reason, int at, String advice) {
    fault = failed(reason, at, advice);
    return false;
  }

  NumberReading.Unreadable failed(String reason, int at, String advice) {
    if (PrintedDates.looksLikeDate(s, end)) {
      return new NumberReading.Unreadable(
          "date", "\"" + quote(0) + "\": a date is no amount; a span is 3年, 6个月, 15天");
    }
    return new NumberReading.Unreadable(reason, "\"" + quote(Math.min(at, end)) + "\": " + advice);
  }

  private String quote(int from) {
    int to = Math.min(end, from + LONGEST_QUOTE);
    if (to < end && to > from && Character.isHighSurrogate(s[to - 1])) {
      to--;
    }
    return new String(s, from, to - from) + (to < end ? "…" : "");
  }
}
