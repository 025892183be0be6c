package org.duibiao.prose.document;

/** Why numbers are not statistics, in words. */
public final class RejectReasons {

  private RejectReasons() {}

  public static String describe(String reason) {
    return switch (reason) {
      case "date" -> "it is a date or a time";
      case "page" -> "it belongs to the page, not to the text";
      case "list_number" -> "it numbers a part of the text";
      case "ordinal" -> "it is a place in an order";
      case "name" -> "it is part of a name";
      case "document" -> "it belongs to a document's title or number";
      case "slogan" -> "it stands in a slogan or a quoted name";
      case "idiom" -> "the numeral is part of a word";
      case "phone" -> "it is a number to call";
      case "age" -> "it is an age that says who is meant";
      case "duration" -> "it is a time that passes";
      case "base" -> "it is what others are counted for, as in 每3万人口1辆";
      case "peers" -> "it says among how many others something has its place";
      case "dose" -> "it is what one person takes or does at a time";
      case "continued" -> "a line end broke the number: it is read with its first part";
      case "torn" -> "digits of it are missing, or stand apart: correct the text";
      case "labels" -> "it is one of the labels of a chart that ran together";
      case "ratio" -> "it is a share of parts or a time of the day";
      case "bare_number" -> "nothing says what is counted";
      default -> "it is not a statistic";
    };
  }
}
