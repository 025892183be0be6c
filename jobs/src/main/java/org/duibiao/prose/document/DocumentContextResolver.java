package org.duibiao.prose.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  public DocumentContextResolver(DocumentVocabulary words, DocumentMetadata letterhead) {
    this.words = words;
    this.metadata = letterhead;
  }

  /** What a document is about that begins with these lines. */
  public DocumentContext resolve(List<String> lines) {
    String title = metadata.title() == null ? "" : metadata.title();
    String first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    Area area = metadata.area();
    boolean known = area != null;
    if (area == null) {
      List<String> said = new ArrayList<>();
      said.add(metadata.publisher());
      said.add(title.length() < LONGEST_TITLE ? title : null);
      area = firstOf(said);
      known = area != null;
      said.addAll(lines.subList(0, Math.min(lines.size(), 20)));
      area = known ? area : firstOf(said);
      if (area == null
          && said.stream().anyMatch(each -> each != null && words.mentionsNation(each))) {
        area = words.nation();
      }
    }
    Modality modality = SectionTracker.modalityOfTitle(words, title);
    if (modality == null && first.length() < 40 && first.indexOf('。') < 0) {
      modality = SectionTracker.modalityOfTitle(words, first);
    }
    boolean heading = first.length() < 60 && first.indexOf('。') < 0;
    String titles = title + "\n" + (heading ? first : "");
    boolean plans = modality == Modality.PLANNED && !isOver(titles, lines);
    Period plan = TimeExpressions.planPeriod(titles);
    FigureSubject subject = new NamedEntityFinder(words).institutionInTitle(title);
    boolean planned = plans && plan != null;
    Period reported =
        planned ? Period.year(plan.start().getYear() - 1) : reportPeriod(titles, lines, plans);
    return new DocumentContext(
        area,
        metadata.published(),
        reported,
        planned ? plan : null,
        plans ? Modality.PLANNED : Modality.REPORTED,
        writtenYear(reported, lines),
        subject,
        evidence(titles, modality, known),
        timeEvidence(titles, reported));
  }

  /**
   * Of what kind the document is, by its source and its title.
   *
   * @param known whether its sidecar, publisher or title names its area
   */
  private Evidence evidence(String titles, Modality modality, boolean known) {
    boolean statistics =
        switch (metadata.sourceClass()) {
          case CENSUS, YEARBOOK, BULLETIN -> true;
          case REPORT, NEWS, UNVERIFIED -> titles.contains("公报");
        };
    boolean report = metadata.sourceClass() == SourceClass.REPORT && modality != null;
    EvidenceKind kind =
        statistics
            ? EvidenceKind.DOCUMENT_BULLETIN
            : modality == Modality.PLANNED
                ? EvidenceKind.DOCUMENT_PLAN
                : report ? EvidenceKind.DOCUMENT_REPORT : EvidenceKind.DOCUMENT_NEWS;
    return !known
        ? Evidence.of(kind, EvidenceKind.AREA_INFERRED)
        : metadata.area() != null && metadata.area().level() == AreaLevel.COUNTY
            ? Evidence.of(kind, EvidenceKind.AREA_COUNTY)
            : Evidence.of(kind);
  }

  /** What the time rests on that the document reports on. */
  private EvidenceKind timeEvidence(String titles, Period reported) {
    if (reported == null) {
      return EvidenceKind.TIME_UNKNOWN;
    }
    Matcher year = YEAR.matcher(FoldedText.of(titles, 0).chars());
    if (year.find() || TimeExpressions.planPeriod(titles) != null) {
      return EvidenceKind.TIME_TITLE;
    }
    return metadata.published() != null && reported.equals(Period.instant(metadata.published()))
        ? EvidenceKind.TIME_PUBLICATION
        : EvidenceKind.TIME_MOST_NAMED;
  }

  /** Whether a plan for one year tells of that year's end: it reports. */
  private boolean isOver(String title, List<String> lines) {
    Matcher year = YEAR.matcher(FoldedText.of(title, 0).chars());
    if (!year.find()) {
      return false;
    }
    Pattern end = Pattern.compile("截[至止]到?" + year.group(1) + "年(?:末|底|年末|年底|12月)");
    return lines.stream().anyMatch(line -> end.matcher(FoldedText.of(line, 0).chars()).find());
  }

  /** The year of its publication; of a text that was published some day, the last one it is in. */
  private int writtenYear(Period now, List<String> lines) {
    if (metadata.published() != null) {
      return metadata.published().getYear();
    }
    if (now == null) {
      return TimeExpressions.UNKNOWN_YEAR;
    }
    int year = now.end().getYear();
    Pattern next = Pattern.compile("(?<![到至\\d])" + (year + 1) + "年");
    boolean begun = lines.stream().anyMatch(l -> next.matcher(FoldedText.of(l, 0).chars()).find());
    return begun ? year + 1 : year;
  }

  private Period reportPeriod(String title, List<String> lines, boolean plans) {
    LocalDate day = metadata.published();
    Integer titled = null;
    String heading = FoldedText.of(title, 0).chars();
    Matcher year = YEAR.matcher(heading);
    while (year.find()) {
      int named = Integer.parseInt(year.group(1));
      if (!plans && (day != null && named > day.getYear() || isGoal(heading, year.end()))) {
        continue;
      }
      titled = titled == null || !plans && named < titled ? Integer.valueOf(named) : titled;
    }
    Period plan = titled == null && !plans ? TimeExpressions.namedPlan(heading) : null;
    if (plan != null && (day == null || plan.end().isBefore(day))) {
      return plan;
    }
    if (titled == null && day == null) {
      titled = aboutMost(lines);
      if (titled == null) {
        return null;
      }
    }
    boolean half =
        HALF.matcher(title).find()
            || (day == null || day.getMonthValue() >= 6 && day.getMonthValue() <= 10)
                && lines.stream().limit(12).anyMatch(line -> HALF.matcher(line).find());
    if (titled != null) {
      if (half && !plans) {
        return Period.half(titled, 1);
      }
      boolean runs = day != null && day.getYear() == titled && !plans;
      return runs ? Period.instant(day) : Period.year(titled);
    }
    if (half && !plans) {
      return Period.half(day.getYear(), 1);
    }
    if (plans) {
      return Period.year(day.getYear());
    }
    Integer named = day.getMonthValue() <= 4 ? mostNamed(lines, day.getYear()) : null;
    if (named == null || named != day.getYear() - 1) {
      named = aboutBefore(lines, day.getYear());
    }
    return named != null && named < day.getYear() ? Period.year(named) : Period.instant(day);
  }

  /** 总结与2025年目标: the year of a goal that a report's title names too. */
  private boolean isGoal(String title, int yearEnd) {
    int near = Math.min(title.length(), yearEnd + 6);
    return words.list(WordClass.TITLE_PLAN).isBetween(title, yearEnd, near);
  }

  /** The year that a text is about most often, whenever it was published; null if it names none. */
  private Integer aboutMost(List<String> lines) {
    for (boolean until : List.of(false, true)) {
      Map<Integer, Integer> counts = new TreeMap<>();
      for (String line : lines) {
        String text = FoldedText.of(line, 0).chars();
        Matcher said = ABOUT.matcher(text);
        while (said.find()) {
          if (said.group(1) != null && !isGoalOf(text, said) && (until || !isUntil(text, said))) {
            counts.merge(Integer.parseInt(said.group(1)), 1, Integer::sum);
          }
        }
      }
      if (!counts.isEmpty()) {
        return mostOften(counts);
      }
    }
    return mostNamed(lines, null);
  }

  /** 2022年的目标, 2022年将: not what was. */
  private boolean isGoalOf(String text, Matcher said) {
    int near = Math.min(text.length(), said.end() + 6);
    return words.list(WordClass.PLAN).isBetween(text, said.end(), near)
        || words.list(WordClass.GOAL).isBetween(text, said.end(), near)
        || words.list(WordClass.STANDARD).isBetween(text, said.end(), near);
  }

  /** 到2025年, but not 截至2025年6月. */
  private static boolean isUntil(String text, Matcher said) {
    int before = said.start() - 1;
    return before >= 0
        && "到至".indexOf(text.charAt(before)) >= 0
        && (before == 0 || "截止".indexOf(text.charAt(before - 1)) < 0);
  }

  /**
   * The year before its publication that a text is about most often; null if it also says what is
   * now.
   */
  private Integer aboutBefore(List<String> lines, int published) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (String line : lines) {
      String text = FoldedText.of(line, 0).chars();
      Matcher said = ABOUT.matcher(text);
      while (said.find()) {
        boolean ahead = isGoalOf(text, said);
        boolean last = said.group().startsWith("去年");
        int year =
            said.group(1) != null ? Integer.parseInt(said.group(1)) : published - (last ? 1 : 0);
        ahead |= year >= published && isUntil(text, said);
        if (!ahead && year == published) {
          return null;
        }
        if (!ahead && year < published && year >= published - MOST_YEARS_BACK) {
          counts.merge(year, 1, Integer::sum);
        }
      }
    }
    return mostOften(counts);
  }

  /** The year that is named most often; of those of the publication and before, if it is known. */
  private Integer mostNamed(List<String> lines, Integer published) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (String line : lines) {
      String text = FoldedText.of(line, 0).chars();
      Matcher year = YEAR.matcher(text);
      while (year.find()) {
        int named = Integer.parseInt(year.group(1));
        // 2022年该市将: not yet.
        int near = Math.min(text.length(), year.end() + 8);
        if (words.list(WordClass.PLAN).isBetween(text, year.end(), near)) {
          continue;
        }
        if (published == null || named == published || named == published - 1) {
          counts.merge(named, 1, Integer::sum);
        }
      }
    }
    return mostOften(counts);
  }

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
      Area district = text == null ? null : words.soleDistrict(text);
      for (int i = 0; text != null && i < text.length(); i++) {
        String name = words.areaNames().at(text, i);
        int end = name == null ? i : i + name.length();
        // 中卫 in 其中卫生人员 is no city.
        boolean whole =
            name != null
                && (name.length() > 2
                    || i == 0
                    || !Characters.isChinese(text.charAt(i - 1))
                    || end == text.length()
                    || !Characters.isChinese(text.charAt(end)));
        if (whole && words.area(name).isCity()) {
          Area city = words.area(name);
          return district != null && district.parent().equals(city.code()) ? district : city;
        }
        if (whole && province == null && words.area(name).level() == AreaLevel.PROVINCE) {
          province = words.area(name);
        }
      }
      if (district != null) {
        return district;
      }
    }
    return province;
  }
}
