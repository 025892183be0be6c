package org.duibiao.prose.document;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.ingest.text.FoldedText;
import org.duibiao.model.Area;
import org.duibiao.model.Period;
import org.duibiao.model.code.AreaLevel;
import org.duibiao.model.code.SourceClass;
import org.duibiao.prose.document.SectionTracker.Modality;
import org.duibiao.prose.words.Characters;
import org.duibiao.prose.words.DocumentVocabulary;
import org.duibiao.prose.words.TimeExpressions;

/** Finds what a document is about in its letterhead and its first lines. */
public final class DocumentContextResolver {

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d{2})年");
  private static final Pattern HALF = Pattern.compile("上半年|1-6月|1—6月|1至6月");

  /** A year that a text is about, not one that is compared with, or lies ahead. */
  private static final Pattern ABOUT =
      Pattern.compile("(?<![\\d比较与同由从自—-])(?:((?:19|20)\\d{2})年|去年|今年|目前|当前)(?!以前|之前)");

  private static final int MOST_YEARS_BACK = 2;

  /** What is longer is no title, but the first sentence. */
  private static final int LONGEST_TITLE = 60;

  private final DocumentVocabulary words;
  private final DocumentMetadata metadata;
  private final List<String> published;

  /** The lines as they are read. */
  private final List<String> lines;

  /** The title, and the heading that the text begins with. */
  private final String titles;

  private final String foldedTitles;

  /** Finds what a document is about that begins with these lines. */
  public DocumentContextResolver(
      DocumentVocabulary words, DocumentMetadata letterhead, List<String> published) {
    this.words = words;
    this.metadata = letterhead;
    this.published = published;
    this.lines = published.stream().map(line -> FoldedText.of(line, 0).chars()).toList();
    String first = firstLine();
    boolean heading = first.length() < LONGEST_TITLE && first.indexOf('。') < 0;
    this.titles = title() + "\n" + (heading ? first : "");
    this.foldedTitles = FoldedText.of(titles, 0).chars();
  }

  private String title() {
    return Objects.requireNonNullElse(metadata.title(), "");
  }

  private String firstLine() {
    return published.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  public DocumentContext resolve() {
    String publisher = Objects.requireNonNullElse(metadata.publisher(), "");
    List<String> said = List.of(publisher, title().length() < LONGEST_TITLE ? title() : "");
    Area area = metadata.area() != null ? metadata.area() : firstOf(said);
    boolean known = area != null;
    if (!known) {
      List<String> all = Stream.concat(said.stream(), published.stream().limit(20)).toList();
      area = firstOf(all);
      area = area == null && all.stream().anyMatch(words::mentionsNation) ? words.nation() : area;
    }
    String first = firstLine();
    Modality modality = SectionTracker.modalityOfTitle(words, title());
    if (modality == null && first.length() < 40 && first.indexOf('。') < 0) {
      modality = SectionTracker.modalityOfTitle(words, first);
    }
    boolean plans = modality == Modality.PLANNED && !isOver();
    Period plan = plans ? TimeExpressions.planPeriod(titles) : null;
    Period reported = plan != null ? Period.year(plan.start().getYear() - 1) : reportPeriod(plans);
    return new DocumentContext(
        area,
        metadata.published(),
        reported,
        plan,
        plans ? Modality.PLANNED : Modality.REPORTED,
        writtenYear(reported),
        new NamedEntityFinder(words).institutionInTitle(title()),
        evidence(modality, known),
        timeEvidence(reported));
  }

  /**
   * Of what kind the document is, by its source and its title.
   *
   * @param known whether its sidecar, publisher or title names its area
   */
  private Evidence evidence(Modality modality, boolean known) {
    boolean statistics =
        switch (metadata.sourceClass()) {
          case CENSUS, YEARBOOK, BULLETIN -> true;
          case REPORT, NEWS, UNVERIFIED -> titles.contains("公报");
        };
    boolean report = metadata.sourceClass() == SourceClass.REPORT && modality != null;
    EvidenceKind plain = report ? EvidenceKind.DOCUMENT_REPORT : EvidenceKind.DOCUMENT_NEWS;
    boolean plan = modality == Modality.PLANNED;
    Evidence kind =
        Evidence.of(
            statistics
                ? EvidenceKind.DOCUMENT_BULLETIN
                : plan ? EvidenceKind.DOCUMENT_PLAN : plain);
    boolean county = metadata.area() != null && metadata.area().level() == AreaLevel.COUNTY;
    return known && !county
        ? kind
        : kind.with(List.of(known ? EvidenceKind.AREA_COUNTY : EvidenceKind.AREA_INFERRED));
  }

  /** What the time rests on that the document reports on. */
  private EvidenceKind timeEvidence(Period reported) {
    if (reported == null) {
      return EvidenceKind.TIME_UNKNOWN;
    }
    if (YEAR.matcher(foldedTitles).find() || TimeExpressions.planPeriod(titles) != null) {
      return EvidenceKind.TIME_TITLE;
    }
    return metadata.published() != null && reported.equals(Period.instant(metadata.published()))
        ? EvidenceKind.TIME_PUBLICATION
        : EvidenceKind.TIME_MOST_NAMED;
  }

  /** Whether a plan for one year tells of that year's end: it reports. */
  private boolean isOver() {
    Matcher year = YEAR.matcher(foldedTitles);
    return year.find() && contain("截[至止]到?" + year.group(1) + "年(?:末|底|年末|年底|12月)");
  }

  private boolean contain(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return lines.stream().anyMatch(line -> compiled.matcher(line).find());
  }

  /** The year of its publication; of a text that was published some day, the last one it is in. */
  private int writtenYear(Period now) {
    if (metadata.published() != null) {
      return metadata.published().getYear();
    }
    if (now == null) {
      return TimeExpressions.UNKNOWN_YEAR;
    }
    int year = now.end().getYear();
    return contain("(?<![到至\\d])" + (year + 1) + "年") ? year + 1 : year;
  }

  private Period reportPeriod(boolean plans) {
    LocalDate day = metadata.published();
    List<Integer> years =
        YEAR.matcher(foldedTitles)
            .results()
            .filter(year -> plans || !isAhead(year, day))
            .map(this::year)
            .toList();
    Period plan = years.isEmpty() && !plans ? TimeExpressions.namedPlan(foldedTitles) : null;
    if (plan != null && (day == null || plan.end().isBefore(day))) {
      return plan;
    }
    Integer titled =
        years.isEmpty()
            ? day == null ? aboutMost() : null
            : plans ? years.get(0) : Collections.min(years);
    if (titled == null && day == null) {
      return null;
    }
    boolean midYear = day == null || day.getMonthValue() >= 6 && day.getMonthValue() <= 10;
    boolean half =
        !plans
            && (HALF.matcher(titles).find()
                || midYear && published.stream().limit(12).anyMatch(l -> HALF.matcher(l).find()));
    if (half) {
      return Period.half(titled != null ? titled : day.getYear(), 1);
    }
    if (titled != null) {
      boolean runs = day != null && day.getYear() == titled && !plans;
      return runs ? Period.instant(day) : Period.year(titled);
    }
    if (plans) {
      return Period.year(day.getYear());
    }
    Integer named = day.getMonthValue() <= 4 ? mostNamed(day.getYear()) : null;
    if (named == null || named != day.getYear() - 1) {
      named = aboutBefore(day.getYear());
    }
    return named != null && named < day.getYear() ? Period.year(named) : Period.instant(day);
  }

  /** 总结与2025年目标: the year of a goal that a report's title names too, or one to come. */
  private boolean isAhead(MatchResult year, LocalDate day) {
    return day != null && year(year) > day.getYear()
        || follows(foldedTitles, year.end(), 6, WordClass.TITLE_PLAN);
  }

  /** The year that a text says; 0 for 今年 if nothing says when the text was published. */
  private int year(MatchResult said) {
    if (said.group(1) != null) {
      return Integer.parseInt(said.group(1));
    }
    LocalDate day = metadata.published();
    return day == null ? 0 : day.getYear() - (said.group().startsWith("去年") ? 1 : 0);
  }

  /** Whether a word of these classes stands within so many characters after a place. */
  private boolean follows(String text, int from, int length, WordClass... classes) {
    int to = Math.min(text.length(), from + length);
    return Stream.of(classes).anyMatch(each -> words.list(each).isBetween(text, from, to));
  }

  /** 2022年的目标, 2022年将: not what was. */
  private boolean isGoal(String text, MatchResult said) {
    return follows(text, said.end(), 6, WordClass.PLAN, WordClass.GOAL, WordClass.STANDARD);
  }

  /** 到2025年, but not 截至2025年6月. */
  private static boolean isUntil(String text, MatchResult said) {
    int before = said.start() - 1;
    return before >= 0
        && "到至".indexOf(text.charAt(before)) >= 0
        && (before == 0 || "截止".indexOf(text.charAt(before - 1)) < 0);
  }

  /** The year that a text is about most often, whenever it was published; null if it names none. */
  private Integer aboutMost() {
    Map<Integer, Integer> years = years(ABOUT, (l, said) -> !isGoal(l, said) && !isUntil(l, said));
    years = years.isEmpty() ? years(ABOUT, (line, said) -> !isGoal(line, said)) : years;
    return years.isEmpty() ? mostNamed(null) : mostOften(years);
  }

  /**
   * The year before its publication that a text is about most often; null if it also says what is
   * now.
   */
  private Integer aboutBefore(int day) {
    Map<Integer, Integer> years =
        years(ABOUT, (l, said) -> !isGoal(l, said) && (!isUntil(l, said) || year(said) < day));
    years.keySet().removeIf(year -> year > day || year < day - MOST_YEARS_BACK);
    return years.containsKey(day) ? null : mostOften(years);
  }

  /** The year that is named most often; of those of the publication and before, if it is known. */
  private Integer mostNamed(Integer day) {
    // 2022年该市将: not yet.
    Map<Integer, Integer> years =
        years(YEAR, (line, said) -> !follows(line, said.end(), 8, WordClass.PLAN));
    years.keySet().removeIf(year -> day != null && (year > day || year < day - 1));
    return mostOften(years);
  }

  /** How often the text says each year in one of some words. */
  private Map<Integer, Integer> years(Pattern pattern, BiPredicate<String, MatchResult> counts) {
    Map<Integer, Integer> years = new TreeMap<>();
    for (String line : lines) {
      pattern
          .matcher(line)
          .results()
          .filter(said -> year(said) > 0 && counts.test(line, said))
          .forEach(said -> years.merge(year(said), 1, Integer::sum));
    }
    return years;
  }

  /** The year that is said most often, the last one of several; null if there is none. */
  private static Integer mostOften(Map<Integer, Integer> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  /**
   * The area that texts are about, for a document without a known area: the first city that one
   * names, else the first province; the district, if the same text names one that has its name
   * alone.
   */
  private Area firstOf(List<String> texts) {
    Area province = null;
    for (String text : texts) {
      Area district = words.soleDistrict(text);
      for (int i = 0; i < text.length(); i++) {
        String name = words.areaNames().at(text, i);
        Area area = name == null || !isWhole(text, i, name) ? null : words.area(name);
        if (area != null && area.isCity()) {
          return district != null && district.parent().equals(area.code()) ? district : area;
        }
        province =
            province == null && area != null && area.level() == AreaLevel.PROVINCE
                ? area
                : province;
      }
      if (district != null) {
        return district;
      }
    }
    return province;
  }

  /** 中卫 in 其中卫生人员 is no city. */
  private static boolean isWhole(String text, int at, String name) {
    int end = at + name.length();
    return name.length() > 2
        || at == 0
        || !Characters.isChinese(text.charAt(at - 1))
        || end == text.length()
        || !Characters.isChinese(text.charAt(end));
  }
}
