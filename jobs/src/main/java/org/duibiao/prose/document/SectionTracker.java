package org.duibiao.prose.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.prose.words.DocumentVocabulary;

/** Keeps whether the part of a document that is being read reports or plans, and its year. */
public final class SectionTracker {

  /** Whether a part of a document reports or plans. */
  public enum Modality {
    /** What was or is. */
    REPORTED,
    /** What is to come. */
    PLANNED
  }

  /** A part of the document, and the year that it is about; null if it names none or several. */
  private record Section(Modality modality, Integer year) {}

  private static final Pattern NUMBERED =
      Pattern.compile(
          "(第[一二三四五六七八九十]{1,3}[章篇部编])"
              + "|([一二三四五六七八九十]{1,3}[、.])"
              + "|([((][一二三四五六七八九十]{1,3}[))])"
              + "|(\\d{1,2}[.、](?!\\d))"
              + "|([((]\\d{1,2}[))])");
  private static final Pattern JOINED = Pattern.compile("[和及暨与、]");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})年(?!\\d{1,2}月)");
  private static final Pattern CAPTION =
      Pattern.compile("(?:附?[表图]|专栏)\\s?(?:\\d|[一二三四五六七八九十]{1,3}[:\\s])");
  private static final int LONGEST_HEADING = 40;
  private static final int LONGEST_LABEL = 8;

  private final DocumentVocabulary words;
  private final Modality documentModality;
  private final int year;
  private final List<Section> open = new ArrayList<>();
  private String heading = "";

  /** Whether the paragraph reports or plans by a label such as 完成情况:; null without one. */
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

  /** Whether a title reports or plans, by its last word that says it; null if none does. */
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
    // 工作总结和工作计划 reports first, and then plans.
    boolean both = was >= 0 && planned > was && JOINED.matcher(text.substring(was, planned)).find();
    return planned > was && !both ? Modality.PLANNED : Modality.REPORTED;
  }

  private Modality modalityOfHeading(String title) {
    return modalityOf(words, title, WordClass.HEADING_PLAN, WordClass.HEADING_DONE);
  }

  /** Whether a line is the caption of a table or a picture: 表4 主要指标. */
  public static boolean isCaption(String line) {
    return CAPTION.matcher(line).lookingAt() && line.chars().noneMatch(c -> "，,。".indexOf(c) >= 0);
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
    return text.substring(number.end()).split("[。;；!！?？:\n]", 2)[0].strip();
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
    label = labels ? modalityOfHeading(text.substring(0, colon)) : null;
    int level = 0;
    int from = 0;
    if (numbered) {
      from = number.end();
      while (number.group(level + 1) == null) {
        level++;
      }
    } else if (text.length() > LONGEST_HEADING / 2
        || endsSentence(text)
        || text.contains(":")
        || isCaption(text)) {
      return;
    }
    String title = text.substring(from).split("[。;；!！?？]", 2)[0];
    if (title.length() >= LONGEST_HEADING) {
      return;
    }
    heading = title;
    open.subList(Math.min(level, open.size()), open.size()).clear();
    Section parent = new Section(modality(), year());
    List<MatchResult> named = YEAR.matcher(title).results().toList();
    Integer of =
        switch (named.size()) {
          case 0 -> year();
          case 1 -> Integer.valueOf(named.get(0).group(1));
          default -> null;
        };
    Modality modality =
        level <= 1
            ? modalityOfHeading(title)
            : modalityOf(words, title, WordClass.HEADING_NEXT, WordClass.HEADING_WAS);
    if (modality == null && of != null && !of.equals(year())) {
      modality = of > year ? Modality.PLANNED : Modality.REPORTED;
    }
    while (open.size() < level) {
      open.add(parent);
    }
    open.add(new Section(modality == null ? parent.modality() : modality, of));
  }

  /** The year that the heading over what is being read names, or null. */
  public Integer year() {
    return open.isEmpty() ? null : open.get(open.size() - 1).year();
  }

  private static boolean endsSentence(String text) {
    return !text.isEmpty() && "。;；!！?？,，、".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  public Modality modality() {
    if (label != null) {
      return label;
    }
    return open.isEmpty() ? documentModality : open.get(open.size() - 1).modality();
  }

  /** The heading over what is being read. */
  public String heading() {
    return heading;
  }
}
