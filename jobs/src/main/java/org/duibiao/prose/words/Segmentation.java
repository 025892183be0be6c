package org.duibiao.prose.words;

/** Finds where stretches of a text begin that marks such as commas part. */
public final class Segmentation {

  private Segmentation() {}

  /**
   * Where the stretch begins that ends at a place: after the last of the marks, or at the floor.
   */
  public static int start(String text, int at, int floor, String marks) {
    int i = at;
    while (i > floor && marks.indexOf(text.charAt(i - 1)) < 0) {
      i--;
    }
    return i;
  }

  /** Where the last word stands by which figures are shared out in order, 分别 or 依次; -1 if none. */
  public static int lastRespectively(String text, int before) {
    return Math.max(text.lastIndexOf("分别", before), text.lastIndexOf("依次", before));
  }
}
