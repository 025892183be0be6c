package org.duibiao.prose.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.DocumentVocabulary;

/** Whether the part of a document that is being read tells what was or what is to come. */
public final class SectionTracker {

  /** What a part of a document tells. */
  public enum Modality {
    /** What was or is. */
    REPORTED,
    /** What is to come. */
    PLANNED
  }

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(第[一二三四五六七八九十]{1,3}[章篇部编])"
              + "|([一二三四五六七八九十]{1,3}[、.])"
              + "|([((][一二三四五六七八九十]{1,3}[))])"
              + "|(\\d{1,2}[.、](?!\\d))"
              + "|([((]\\d{1,2}[))])");
  private static final Pattern JOINED = Pattern.compile("[和及暨与、]");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})年(?!\\d{1,2}月)");
  private static final int LONGEST_HEADING = 40;
  private static final int LONGEST_LABEL = 8;

  private final DocumentVocabulary words;
  private final Modality documentModality;
  private final int year;
  private final List<Modality> modalities = new ArrayList<>();
  private final List<Integer> years = new ArrayList<>();
  private String heading = "";

  /** What the label at the start of the paragraph tells, such as 完成情况:; null without one. */
  private Modality label;

  /**
   * The parts of a document.
   *
   * @param year the year that the document reports on
   */
  public SectionTracker(DocumentVocabulary words, Modality document, int year) {
    this.words = words;
    this.documentModality = document;
    this.year = year;
  }

  /** The mood of a title: of its last word that says one; null if none does. */
  static Modality modalityOfTitle(DocumentVocabulary words, String title) {
    return modalityOf(words, title, WordClass.TITLE_PLAN, WordClass.TITLE_DONE);
  }

  private static Modality modalityOf(
      DocumentVocabulary words, String text, WordClass plan, WordClass done) {
    int planned = words.list(plan).lastIndex(text, 0, text.length());
    int was = words.list(done).lastIndex(text, 0, text.length());
    if (planned < 0 && was < 0) {
      return null;
    }
    // 工作总结和工作计划 tells first, and then promises.
    boolean both = was >= 0 && planned > was && JOINED.matcher(text.substring(was, planned)).find();
    return planned > was && !both ? Modality.PLANNED : Modality.REPORTED;
  }

  /** Whether a text starts with the number of a part. */
  public static boolean isNumbered(String text) {
    return NUMBERED.matcher(text).lookingAt();
  }

  /** What a numbered heading says, up to its first full stop or colon; null if it has no number. */
  public static String headingText(String text) {
    Matcher number = NUMBERED.matcher(text);
    if (!number.lookingAt()) {
      return null;
    }
    int end = number.end();
    while (end < text.length() && "。;；!！?？:\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(number.end(), end).strip();
  }

  /** Whether a text is an item of a numbered list: 1、新建医院12家. */
  public static boolean isItem(String text) {
    Matcher number = NUMBERED.matcher(text);
    return number.lookingAt() && number.group(1) == null && number.group(2) == null;
  }

  /** Takes note of a paragraph, in case it is or begins with a heading. */
  public void beginParagraph(String text) {
    Matcher number = NUMBERED.matcher(text);
    int colon = text.indexOf(':');
    boolean numbered = number.lookingAt();
    boolean labels = colon > 0 && colon <= LONGEST_LABEL && !numbered;
    label =
        labels
            ? modalityOf(
                words, text.substring(0, colon), WordClass.HEADING_PLAN, WordClass.HEADING_DONE)
            : null;
    int level = 0;
    int from = 0;
    if (numbered) {
      from = number.end();
      while (number.group(level + 1) == null) {
        level++;
      }
    } else if (text.length() > LONGEST_HEADING / 2 || endsSentence(text) || text.contains(":")) {
      return;
    }
    int end = from;
    while (end < text.length()
        && end < from + LONGEST_HEADING
        && "。;；!！?？".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    if (end == from + LONGEST_HEADING) {
      return;
    }
    String title = text.substring(from, end);
    heading = title;
    while (modalities.size() > level) {
      modalities.remove(modalities.size() - 1);
      years.remove(years.size() - 1);
    }
    Modality parent = modality();
    Integer of = year();
    Matcher named = YEAR.matcher(title);
    if (named.find()) {
      of = Integer.valueOf(named.group(1));
      if (named.find()) {
        of = null;
      }
    }
    Modality mood =
        level <= 1
            ? modalityOf(words, title, WordClass.HEADING_PLAN, WordClass.HEADING_DONE)
            : modalityOf(words, title, WordClass.HEADING_NEXT, WordClass.HEADING_WAS);
    if (mood == null && of != null && !of.equals(year())) {
      mood = of > year ? Modality.PLANNED : Modality.REPORTED;
    }
    while (modalities.size() < level) {
      modalities.add(parent);
      years.add(year());
    }
    modalities.add(mood == null ? parent : mood);
    years.add(of);
  }

  /** The year that the heading over what is being read names, or null. */
  public Integer year() {
    return years.isEmpty() ? null : years.get(years.size() - 1);
  }

  private static boolean endsSentence(String text) {
    return !text.isEmpty() && "。;；!！?？,，、".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  public Modality modality() {
    if (label != null) {
      return label;
    }
    return modalities.isEmpty() ? documentModality : modalities.get(modalities.size() - 1);
  }

  /** The heading over what is being read. */
  public String heading() {
    return heading;
  }
}
