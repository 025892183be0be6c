package org.duibiao.report.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.duibiao.markup.Bilingual;
import org.duibiao.markup.Resource;
import org.duibiao.markup.Sanitizer;
import org.duibiao.markup.Texts;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Code;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.PeriodType;
import org.duibiao.tables.Figure;

/** What the codes of the tables mean in plain language, from {@code phrases.csv}. */
public final class Phrases {

  private static final Map<String, SortedMap<String, Bilingual>> PHRASES = new HashMap<>();

  static {
    for (CSVRecord line : Resource.csv(Phrases.class, "phrases.csv")) {
      PHRASES
          .computeIfAbsent(line.get("kind"), kind -> new TreeMap<>())
          .put(line.get("id"), Bilingual.plain(line.get("zh"), line.get("en")));
    }
  }

  private Phrases() {}

  /** A flag or a reason; one that has no phrase as it is. */
  public static Bilingual flag(Flag flag) {
    return of("flag", flag);
  }

  /** All of them, each once, in their order. */
  public static Bilingual flags(List<Flag> flags) {
    return Bilingual.statements(flags.stream().distinct().map(Phrases::flag).distinct().toList());
  }

  /** A word of another kind: {@code class}, {@code comparability}, {@code finding} … */
  public static Bilingual of(String kind, String id) {
    return all(kind).getOrDefault(id, Bilingual.same(Sanitizer.shorten(id, 80)));
  }

  /** A quantity as its bound qualifies it: {@code ≥ 22 家}. */
  public static Bilingual bounded(Bilingual quantity, Bound bound) {
    return has("bound", bound.id())
        ? Bilingual.both("{} {}", of("bound", bound.id()), quantity)
        : quantity;
  }

  /** What a figure is about in time: 2025年末, 2019年, 2019-01-01 至 2019-06-30. */
  public static Bilingual period(Figure figure) {
    if (figure.periodType() == PeriodType.INSTANT) {
      return instant(figure.periodEnd());
    }
    if (figure.periodType() == PeriodType.YEAR) {
      return Bilingual.of("{}年", "{}", figure.periodEnd().getYear());
    }
    return Texts.of("period-text.to", figure.periodStart(), figure.periodEnd());
  }

  /** A day; the last one of a year is its end. */
  public static Bilingual instant(LocalDate day) {
    return day.getMonthValue() == 12 && day.getDayOfMonth() == 31
        ? Bilingual.of("{}年末", "end of {}", day.getYear())
        : Bilingual.same(day);
  }

  /** A constant of a vocabulary, by what the phrases call the vocabulary. */
  public static Bilingual of(String kind, Code constant) {
    return of(kind, constant.id());
  }

  public static boolean has(String kind, String id) {
    return all(kind).containsKey(id);
  }

  /** All phrases of a kind by their word, in alphabetical order. */
  public static SortedMap<String, Bilingual> all(String kind) {
    return PHRASES.getOrDefault(kind, Collections.emptySortedMap());
  }
}
