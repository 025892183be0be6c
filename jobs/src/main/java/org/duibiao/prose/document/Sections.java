package org.duibiao.prose.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon;
import org.duibiao.prose.words.Vocabulary;

/** Whether the part of a document that is being read tells what was or what is to come. */
public final class Sections {

  /** What a part of a document tells. */
  public enum Mood {
    /** What was or is. */
    DONE,
    /** What is to come. */
    PLAN
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

  private final Vocabulary words;
  private final Mood document;
  private final int year;
  private final List<Mood> moods = new ArrayList<>();
  private final List<Integer> years = new ArrayList<>();
  private String heading = "";

  /** What the label at the start of the paragraph tells, such as 完成情况:; null without one. */
  private Mood label;

  /**
   * The parts of a document.
   *
   * @param year the year that the document reports on
   */
  public Sections(Vocabulary words, Mood document, int year) {
    this.words = words;
    this.document = document;
    this.year = year;
  }

  /** The mood of a title: of its last word that says one; null if none does. */
  static Mood ofTitle(Vocabulary words, String title) {
    return mood(words, title, Lexicon.Role.TITLE_PLAN, Lexicon.Role.TITLE_DONE);
  }

  private static Mood mood(Vocabulary words, String text, Lexicon.Role plan, Lexicon.Role done) {
    int planned = words.list(plan).last(text, 0, text.length());
    int was = words.list(done).last(text, 0, text.length());
    if (planned < 0 && was < 0) {
      return null;
    }
    // 工作总结和工作计划 tells first, and then promises.
    boolean both = was >= 0 && planned > was && JOINED.matcher(text.substring(was, planned)).find();
    return planned > was && !both ? Mood.PLAN : Mood.DONE;
  }

  /** Whether a text starts with the number of a part. */
  public static boolean isNumbered(String text) {
    return NUMBERED.matcher(text).lookingAt();
  }

  /** What a numbered heading says, up to its first full stop or colon; null if it has no number. */
  public static String headed(String text) {
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
  public void paragraph(String text) {
    Matcher number = NUMBERED.matcher(text);
    int colon = text.indexOf(':');
    boolean numbered = number.lookingAt();
    boolean labels = colon > 0 && colon <= LONGEST_LABEL && !numbered;
    label =
        labels
            ? mood(
                words,
                text.substring(0, colon),
                Lexicon.Role.HEADING_PLAN,
                Lexicon.Role.HEADING_DONE)
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
    while (moods.size() > level) {
      moods.remove(moods.size() - 1);
      years.remove(years.size() - 1);
    }
    Mood parent = current();
    Integer of = year();
    Matcher named = YEAR.matcher(title);
    if (named.find()) {
      of = Integer.valueOf(named.group(1));
      if (named.find()) {
        of = null;
      }
    }
    Mood mood =
        level <= 1
            ? mood(words, title, Lexicon.Role.HEADING_PLAN, Lexicon.Role.HEADING_DONE)
            : mood(words, title, Lexicon.Role.HEADING_NEXT, Lexicon.Role.HEADING_WAS);
    if (mood == null && of != null && !of.equals(year())) {
      mood = of > year ? Mood.PLAN : Mood.DONE;
    }
    while (moods.size() < level) {
      moods.add(parent);
      years.add(year());
    }
    moods.add(mood == null ? parent : mood);
    years.add(of);
  }

  /** The year that the heading over what is being read names, or null. */
  public Integer year() {
    return years.isEmpty() ? null : years.get(years.size() - 1);
  }

  private static boolean endsSentence(String text) {
    return !text.isEmpty() && "。;；!！?？,，、".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  public Mood current() {
    if (label != null) {
      return label;
    }
    return moods.isEmpty() ? document : moods.get(moods.size() - 1);
  }

  /** The heading over what is being read. */
  public String heading() {
    return heading;
  }
}
