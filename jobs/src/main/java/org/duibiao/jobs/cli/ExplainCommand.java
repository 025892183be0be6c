package org.duibiao.jobs.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.catalogue.InvalidFileException;
import org.duibiao.catalogue.Reliability;
import org.duibiao.catalogue.Reliability.Judgement;
import org.duibiao.ingest.LandingFileReader;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.LandingFile;
import org.duibiao.ingest.sidecar.LandingFileBuilder;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.sidecar.SidecarBuilder;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.jobs.context.ExitCode;
import org.duibiao.jobs.context.RunContext;
import org.duibiao.jobs.context.UsageException;
import org.duibiao.markup.Sanitizer;
import org.duibiao.model.Area;
import org.duibiao.model.DecimalText;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
import org.duibiao.model.code.Bound;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.PeriodType;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.SourceClass;
import org.duibiao.prose.ProseNormalizer;
import org.duibiao.prose.document.Mention;
import org.duibiao.tables.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code duibiao explain}: a text with what was read from it beside it, and why. */
@Command(name = "explain")
final class ExplainCommand extends BaseCommand {

  private static final Sidecar EMPTY_SIDECAR =
      SidecarBuilder.builder()
          .sourceClass(SourceClass.REPORT)
          .layouts(List.of())
          .corrections(List.of())
          .build();

  @Option(names = "--all")
  private boolean all;

  @Parameters(paramLabel = "FILE", description = "A text, as it is or in the landing area.")
  private String path;

  private Catalogue catalogue;
  private final List<ReadNumber> readNumbers = new ArrayList<>();
  private final List<Paragraph> paragraphs = new ArrayList<>();

  private record ReadNumber(Mention mention, Reading reading) {

    /** Whether the number is not a statistic, so that nothing has to be done about it. */
    boolean isIgnored() {
      return reading.disposition() == Disposition.IGNORED;
    }
  }

  /** A paragraph and where it starts and ends, in code points of the document. */
  private record Paragraph(int start, int end, String text) {

    static Paragraph of(FileRecord record) {
      String place = record.locator();
      int dash = place.lastIndexOf('-');
      return new Paragraph(
          Integer.parseInt(place.substring(place.indexOf(':') + 1, dash)),
          Integer.parseInt(place.substring(dash + 1)),
          record.text());
    }

    String between(int from, int to) {
      int first = Math.max(from, start);
      int last = Math.min(to, end);
      if (first >= last) {
        return "";
      }
      return text.substring(
          text.offsetByCodePoints(0, first - start), text.offsetByCodePoints(0, last - start));
    }
  }

  @Override
  int execute(RunContext run) throws IOException {
    catalogue = run.catalogue();
    FileStatus status = InputPath.resolve(run, path);
    if (status.isDirectory()) {
      throw new UsageException("%s: is a folder; name one text in it", path);
    }
    FileSystem system = status.getPath().getFileSystem(run.configuration());
    explain(run, status, system, sidecar(system, status.getPath()));
    return ExitCode.DONE;
  }

  private static Path sidecar(FileSystem system, Path file) throws IOException {
    Path own = file.suffix(".yaml");
    Path ofFolder = new Path(file.getParent(), "_source.yaml");
    return system.exists(own) ? own : system.exists(ofFolder) ? ofFolder : null;
  }

  private void explain(RunContext run, FileStatus status, FileSystem system, Path beside)
      throws IOException {
    Sidecar sidecar = EMPTY_SIDECAR;
    String lower = path.toLowerCase(Locale.ROOT);
    boolean table = lower.endsWith(".csv") || lower.endsWith(".tsv");
    if (beside != null) {
      try {
        sidecar = Sidecar.parse(beside.getName(), RunContext.bytes(system, beside));
      } catch (InvalidFileException e) {
        throw new UsageException(
            "%s: its sidecar cannot be used:\n  %s", path, String.join("\n  ", e.problems()));
      }
      table = sidecar.layout() != null && !sidecar.text();
    }
    if (table) {
      throw tableGiven();
    }
    LandingFile file =
        LandingFileBuilder.builder()
            .path(path)
            .location(status.getPath().toString())
            .byteSize(status.getLen())
            .build();
    ProseNormalizer normalizer =
        ProseNormalizer.explaining(
            catalogue,
            path,
            sidecar,
            (mention, reading) -> readNumbers.add(new ReadNumber(mention, reading)));
    try {
      LandingFileReader.open(file, sidecar, run.configuration())
          .forEach(
              record -> {
                if (record.text() != null) {
                  paragraphs.add(Paragraph.of(record));
                  normalizer.normalize(record);
                }
              });
    } catch (UnreadableFileException e) {
      throw e.reason().equals("no_layout")
          ? tableGiven()
          : new UsageException("%s: %s: %s", path, e.reason(), e.getMessage());
    }
    normalizer.finish();
    print("%s: %s", path, sidecarSummary(sidecar, beside));
    printParagraphs();
  }

  private UsageException tableGiven() {
    return new UsageException(
        "%s: is a table, not running text: `duibiao describe` drafts its sidecar and says how it is"
            + " read",
        path);
  }

  private String sidecarSummary(Sidecar sidecar, Path beside) {
    if (beside == null) {
      return "there is no sidecar beside it, so it is read with an empty letterhead;"
          + " `duibiao describe` drafts one";
    }
    Area area = sidecar.city() == null ? null : catalogue.area(sidecar.city()).orElse(null);
    return Message.of(
        "by %s, area %s, published %s",
        beside.getName(),
        area == null ? "from the text" : name(area),
        sidecar.published() == null ? "on an unknown day" : sidecar.published());
  }

  private void printParagraphs() {
    readNumbers.sort(
        Comparator.comparingInt((ReadNumber read) -> read.mention().start())
            .thenComparingInt(read -> read.mention().end()));
    int next = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      print("");
      print(Sanitizer.clean(paragraph.text()));
      TreeMap<String, Integer> ignored = new TreeMap<>();
      boolean last = i == paragraphs.size() - 1;
      for (; next < readNumbers.size(); next++) {
        ReadNumber read = readNumbers.get(next);
        if (read.mention().start() >= paragraph.end() && !last) {
          break;
        }
        if (read.isIgnored() && !all) {
          ignored.merge(read.mention().rejectReason(), 1, Integer::sum);
        } else {
          print("  " + line(read, words(read.mention(), i)));
          if (reliability(read) != null) {
            print("    " + reliability(read));
          }
        }
      }
      if (!ignored.isEmpty()) {
        print(
            "  not statistics: %s",
            ignored.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", ")));
      }
    }
    print("");
    print(
        "%d figures placed, %d wait, %d cannot be read, %d numbers are not statistics%s",
        count(reading -> reading.kind() == ReadingKind.OBSERVATION),
        count(reading -> reading.kind() == ReadingKind.CANDIDATE),
        count(reading -> reading.disposition() == Disposition.REJECTED),
        count(reading -> reading.disposition() == Disposition.IGNORED),
        all ? "" : " (--all shows them)");
  }

  private long count(Predicate<Reading> which) {
    return readNumbers.stream().map(ReadNumber::reading).filter(which).count();
  }

  /** The printed words of a number; a broken line may end within them. */
  private String words(Mention mention, int paragraph) {
    return Sanitizer.clean(
        paragraphs.stream()
            .skip(paragraph)
            .takeWhile(each -> each.start() < mention.end())
            .map(each -> each.between(mention.start(), mention.end()))
            .collect(Collectors.joining()));
  }

  private String line(ReadNumber read, String words) {
    Reading reading = read.reading();
    Mention mention = read.mention();
    String place = reading.locator() + " '" + words + "'";
    if (reading.kind() == ReadingKind.REJECT) {
      return Message.of(
          "%s: %s (%s%s)",
          place,
          read.isIgnored() ? "not a statistic" : "cannot be read",
          reading.reason(),
          reading.detail() == null ? "" : ": " + reading.detail());
    }
    List<String> parts = new ArrayList<>();
    parts.add(value(reading, mention));
    Indicator indicator =
        reading.indicator() == null ? null : catalogue.indicator(reading.indicator()).orElse(null);
    parts.add(
        indicator != null
            ? indicator.zh() + " (" + indicator.id() + ")"
            : "'" + Objects.requireNonNullElse(reading.term(), "no term") + "'");
    if (reading.kind() == ReadingKind.CANDIDATE) {
      parts.add("waits for " + String.join(" and ", reading.missing()));
    }
    parts.add(mention.area() == null ? "no area" : name(mention.area()));
    parts.add(reading.scope());
    parts.add(period(reading));
    parts.add(reading.status().id());
    parts.add(reading.measure().id());
    reading.flags().forEach(flag -> parts.add(flag.id()));
    List<String> why =
        new ArrayList<>(
            mention.explanation().stream().map(r -> r.replaceFirst(": $", ": none")).toList());
    if (indicator == null && mention.meaning() != null) {
      Indicator meant = mention.meaning().indicator();
      why.add(
          Message.of(
              "the noun means %s, which is counted in %s: the figure is not",
              meant.id(), meant.unit().id()));
    }
    return Message.of("%s: %s [%s]", place, String.join("; ", parts), String.join("; ", why));
  }

  /** How reliable a figure is, and what each attribute rests on; null for what is none. */
  private String reliability(ReadNumber read) {
    Reliability reliability = catalogue.reliability();
    Set<EvidenceKind> evidence = read.mention().evidence().kinds();
    if (read.reading().kind() == ReadingKind.REJECT || !reliability.isMeasured()) {
      return null;
    }
    Judgement judgement = reliability.judge(evidence);
    List<String> attributes = new ArrayList<>();
    judgement
        .attributes()
        .forEach(
            (attribute, probability) -> {
              String basis = words(evidence, k -> k.concerns(attribute) && !k.isCircumstance());
              attributes.add(Message.of("%s %.3f (%s)", attribute.id(), probability, basis));
            });
    String circumstances = words(evidence, EvidenceKind::isCircumstance);
    return Message.of(
        "reliability %.3f: %s; in %s",
        judgement.figure(), String.join(", ", attributes), circumstances);
  }

  private static String words(Set<EvidenceKind> kinds, Predicate<EvidenceKind> which) {
    return String.join(", ", kinds.stream().filter(which).map(EvidenceKind::words).toList());
  }

  private static String value(Reading reading, Mention mention) {
    String bound =
        switch (reading.bound()) {
          case EQ, RANGE -> "";
          case APPROX -> "about ";
          case GE -> "≥ ";
          case GT -> "> ";
          case LE -> "≤ ";
          case LT -> "< ";
        };
    String high =
        reading.bound() == Bound.RANGE ? " to " + DecimalText.plain(reading.valueHigh()) : "";
    String unit = reading.unit() != null ? reading.unit() : mention.unit();
    String counted = unit == null ? ", no unit" : " " + unit;
    return bound + DecimalText.plain(reading.value()) + high + counted;
  }

  private static String name(Area area) {
    return area.zh() + " " + area.code();
  }

  private static String period(Reading reading) {
    LocalDate start = reading.periodStart();
    if (start == null) {
      return "no period";
    }
    PeriodType type = reading.periodType();
    if (type == PeriodType.INSTANT) {
      return start.toString();
    }
    return type == PeriodType.YEAR
        ? "year " + start.getYear()
        : start + " to " + reading.periodEnd() + " (" + type.id() + ")";
  }
}
