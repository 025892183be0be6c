package org.duibiao.normalize.number;

/** A place in a cell's text, and the fault that ended its reading. */
class NumberCursor {
  private static final int LONGEST_QUOTE = 24;

  final char[] chars;
  final int end;
  int position;
  ParsedNumber.Unreadable fault;

  NumberCursor(NumberText text) {
    chars = text.chars;
    end = text.end;
  }

  int skipSpaces(int from) {
    return NumberText.skipSpaces(chars, from, end);
  }

  int digitsEnd(int from) {
    return NumberText.digitsEnd(chars, from, end);
  }

  /** Notes the fault, and is false for a caller that hands it on. */
  boolean recordFault(String reason, int at, String advice) {
    fault = unreadable(reason, at, advice);
    return false;
  }

  ParsedNumber.Unreadable unreadable(String reason, int at, String advice) {
    if (DateDetector.looksLikeDate(chars, end)) {
      return new ParsedNumber.Unreadable(
          "date", "\"" + quote(0) + "\": a date is not an amount; a span is 3年, 6个月, 15天");
    }
    return new ParsedNumber.Unreadable(reason, "\"" + quote(Math.min(at, end)) + "\": " + advice);
  }

  private String quote(int from) {
    int to = Math.min(end, from + LONGEST_QUOTE);
    if (to < end && to > from && Character.isHighSurrogate(chars[to - 1])) {
      to--;
    }
    return new String(chars, from, to - from) + (to < end ? "…" : "");
  }
}
