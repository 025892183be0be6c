package org.duibiao.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duibiao.catalogue.Lexicon;

/** Whether the part of a document that is being read tells what was or what is to come. */
final class Sections {

  /** What a part of a document tells. */
  enum Mood {
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
  private static final int LONGEST_HEADING = 40;

  private final Vocabulary words;
  private final Mood document;
  private final List<Mood> moods = new ArrayList<>();
  private String heading = "";

  Sections(Vocabulary words, Mood document) {
    this.words = words;
    this.document = document;
  }

  /** The mood of a title: of its last word that says one; null if none does. */
  static Mood ofTitle(Vocabulary words, String title) {
    return mood(words, title, Lexicon.Role.TITLE_PLAN, Lexicon.Role.TITLE_DONE);
  }

  private static Mood mood(Vocabulary words, String text, Lexicon.Role plan, Lexicon.Role done) {
    int planned = words.list(plan).last(text, 0, text.length());
    int was = words.list(done).last(text, 0, text.length());
    return planned < 0 && was < 0 ? null : planned > was ? Mood.PLAN : Mood.DONE;
  }

  /** Whether a text starts with the number of a part. */
  static boolean isNumbered(String text) {
    return NUMBERED.matcher(text).lookingAt();
  }

  /** Takes note of a paragraph, in case it is or begins with a heading. */
  void paragraph(String text) {
    Matcher number = NUMBERED.matcher(text);
    int level = 0;
    int from = 0;
    if (number.lookingAt()) {
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
    }
    Mood parent = current();
    Mood mood =
        level <= 1
            ? mood(words, title, Lexicon.Role.HEADING_PLAN, Lexicon.Role.HEADING_DONE)
            : mood(words, title, Lexicon.Role.HEADING_NEXT, Lexicon.Role.HEADING_WAS);
    while (moods.size() < level) {
      moods.add(parent);
    }
    moods.add(mood == null ? parent : mood);
  }

  private static boolean endsSentence(String text) {
    return !text.isEmpty() && "。;；!！?？,，、".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  Mood current() {
    return moods.isEmpty() ? document : moods.get(moods.size() - 1);
  }

  /** The heading over what is being read. */
  String heading() {
    return heading;
  }
}
