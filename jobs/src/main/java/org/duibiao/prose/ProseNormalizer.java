package org.duibiao.prose;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Terms;
import org.duibiao.ingest.sidecar.Correction;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.model.Area;
import org.duibiao.model.Digest;
import org.duibiao.model.Indicator;
import org.duibiao.model.Period;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.PopulationBasis;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.normalize.cell.UnitConversion;
import org.duibiao.normalize.cell.UnitReader;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber;
import org.duibiao.normalize.reading.ReadingAssembler;
import org.duibiao.normalize.reading.RecordNormalizer;
import org.duibiao.prose.document.DocumentMetadata;
import org.duibiao.prose.document.Mention;
import org.duibiao.tables.Reading;
import org.duibiao.tables.Source;

/** Makes readings of the paragraphs of one document, in order: one of each number in it. */
public final class ProseNormalizer implements RecordNormalizer {

  private final Catalogue catalogue;
  private final UnitReader units;
  private final ReadingAssembler.Origin origin;
  private final Source source;
  private final Sidecar sidecar;
  private final BiConsumer<Mention, Reading> readings;
  private final ProseReader reader;
  private final Map<String, Correction> corrections = new LinkedHashMap<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final TreeSet<String> usedAliases = new TreeSet<>();
  private final Digest digest = new Digest();

  /**
   * A normalizer of one document.
   *
   * @param path the file's path in the landing area
   * @param fileSourceId the id of the source that the file is
   * @param readings takes the readings, in order
   */
  public ProseNormalizer(
      Catalogue catalogue,
      String runId,
      Instant now,
      String path,
      String fileSha256,
      String fileSourceId,
      Sidecar sidecar,
      Consumer<Reading> readings) {
    this(
        catalogue,
        runId,
        now,
        path,
        fileSha256,
        fileSourceId,
        sidecar,
        (mention, reading) -> readings.accept(reading));
  }

  /**
   * A normalizer of one document for people who ask why.
   *
   * @param readings takes what was understood of each number with the reading that was made of it
   */
  public static ProseNormalizer explaining(
      Catalogue catalogue, String path, Sidecar sidecar, BiConsumer<Mention, Reading> readings) {
    return new ProseNormalizer(
        catalogue, "explain", Instant.EPOCH, path, "", path, sidecar, readings);
  }

  private ProseNormalizer(
      Catalogue catalogue,
      String runId,
      Instant now,
      String path,
      String fileSha256,
      String fileSourceId,
      Sidecar sidecar,
      BiConsumer<Mention, Reading> readings) {
    this.catalogue = catalogue;
    this.units = new UnitReader(catalogue);
    this.origin = new ReadingAssembler.Origin(path, fileSha256, runId, now);
    this.sidecar = sidecar;
    this.readings = readings;
    this.source = sidecar.source(fileSourceId, path);
    sidecar.corrections().forEach(each -> corrections.put(each.at(), each));
    this.reader = new ProseReader(catalogue, documentMetadata(catalogue, sidecar), this::accept);
  }

  @Override
  public List<String> unusedCorrections() {
    return corrections.values().stream()
        .map(
            each ->
                each.at()
                    + " is corrected ('"
                    + each.expect()
                    + "'), but no figure stands there: correct `at`, or remove it")
        .toList();
  }

  /** What a sidecar says of a document. */
  public static DocumentMetadata documentMetadata(Catalogue catalogue, Sidecar sidecar) {
    Area area = sidecar.city() == null ? null : catalogue.area(sidecar.city()).orElse(null);
    return new DocumentMetadata(sidecar.title(), sidecar.publisher(), sidecar.published(), area);
  }

  /** Reads a paragraph. */
  @Override
  public void normalize(FileRecord paragraph) {
    String locator = paragraph.locator();
    int start = Integer.parseInt(locator.substring("char:".length(), locator.lastIndexOf('-')));
    reader.paragraph(start, paragraph.text());
  }

  /** Reads what is left after the last paragraph. */
  @Override
  public void finish() {
    reader.finish();
  }

  /** The publication that the figures come from. */
  @Override
  public List<Source> sources() {
    return List.of(source);
  }

  /** The aliases of the catalogue that were used. */
  @Override
  public List<String> usedAliases() {
    return List.copyOf(usedAliases);
  }

  private void accept(Mention mention) {
    readings.accept(mention, reading(mention));
  }

  private Reading reading(Mention mention) {
    String locator = "char:" + mention.start() + "-" + mention.end();
    if (mention.rejectReason() != null) {
      return reject(
          mention, locator, mention.rejectReason(), mention.disposition(), mention.detail());
    }
    Correction correction = corrections.remove(locator);
    ParsedNumber.Amount figure = mention.number();
    if (correction != null) {
      if (!mention.printed().strip().equals(correction.expect().strip())) {
        return reject(
            mention,
            locator,
            "correction_outdated",
            Disposition.REJECTED,
            "its correction expects '"
                + correction.expect()
                + "', the text says '"
                + mention.printed()
                + "': if the publisher has mended it, remove the correction; else correct"
                + " `expect`");
      }
      if (correction.drop()) {
        return reject(mention, locator, "dropped", Disposition.IGNORED, correction.reason());
      }
      if (correction.override() != null) {
        if (!(NumberReader.read(correction.override()) instanceof ParsedNumber.Amount other)) {
          return reject(
              mention,
              locator,
              "correction_unreadable",
              Disposition.REJECTED,
              "its correction '" + correction.override() + "' is no number: correct `override`");
        }
        figure = other;
      }
    }
    UnitReader.PrintedUnit printed = units.read(mention.unit());
    Catalogue.Meaning meaning = mention.meaning();
    Indicator indicator = meaning == null ? null : meaning.indicator();
    UnitConversion scale = indicator == null ? null : scale(mention, printed, indicator);
    if (scale == null) {
      // Another thing is counted than the noun says: a person must look.
      indicator = null;
    }
    BigDecimal factor = BigDecimal.ONE;
    String unit = null;
    List<String> missing = new ArrayList<>();
    if (indicator == null) {
      missing.add("indicator");
    } else {
      usedAliases.add(Terms.key(meaning.alias()));
    }
    if (mention.area() == null) {
      missing.add("city");
    }
    if (mention.period() == null) {
      missing.add("period");
    }
    if (scale != null) {
      factor = scale.factor();
      unit = scale.unit();
    } else if (printed != null) {
      factor = printed.factor();
      unit = printed.units().size() == 1 ? printed.units().get(0).id() : null;
    }
    if (unit == null && (printed == null || !printed.isKnown())) {
      missing.add("unit");
    }
    BigDecimal sign = mention.negative() ? BigDecimal.ONE.negate() : BigDecimal.ONE;
    BigDecimal value = figure.value().multiply(factor).multiply(sign);
    BigDecimal high = figure.high() == null ? null : figure.high().multiply(factor);
    BigDecimal resolution = figure.resolution().multiply(factor);
    if (!UnitConversion.fitsColumn(value)
        || !UnitConversion.fitsColumn(high)
        || !UnitConversion.fitsColumn(resolution)) {
      return reject(
          mention,
          locator,
          "out_of_range",
          Disposition.REJECTED,
          "the figure has more digits than the tables keep: correct it");
    }
    boolean placed = missing.isEmpty();
    Period period = mention.period();
    PopulationBasis basis =
        indicator == null
            ? null
            : meaning.basis() != null ? meaning.basis() : indicator.populationBasis();
    ReadingKind kind = placed ? ReadingKind.OBSERVATION : ReadingKind.CANDIDATE;
    return new ReadingAssembler(kind, identity(kind, mention, indicator, basis))
        .withSubject(mention.area(), indicator, basis)
        .withValue(value, high, unit, resolution, figure.bound())
        .withStatus(mention.status(), mention.measure(), mention.scope())
        .withPeriod(period)
        .withSource(source)
        .withPlace(locator, null, mention.quote())
        .withMethod(
            ReadingMethod.PROSE,
            flags(mention, indicator == null ? List.of() : meaning.flags(), correction))
        .withMissing(placed ? null : mention.term(), placed ? null : List.copyOf(missing))
        .build(origin);
  }

  private UnitConversion scale(
      Mention mention, UnitReader.PrintedUnit printed, Indicator indicator) {
    boolean other =
        "%".equals(mention.unit())
            && indicator.unit().dimension().equals("proportion")
            && !indicator.unit().id().equals("percent")
            && mention.measure() != Measure.CHANGE_RATE;
    if (other) {
      // Nobody prints deaths in a thousand as a percentage: it is a slip of the publisher's.
      return null;
    }
    if (printed != null) {
      return UnitConversion.of(printed, indicator, mention.measure(), mention.status(), catalogue);
    }
    boolean level = mention.measure() == Measure.LEVEL || mention.measure() == Measure.NEW;
    boolean bare = mention.number().scaled() || indicator.kind() == IndicatorKind.RATE;
    return level && bare ? new UnitConversion(indicator.unit().id(), BigDecimal.ONE) : null;
  }

  private List<String> flags(Mention mention, List<String> ofTerm, Correction correction) {
    TreeSet<String> flags = new TreeSet<>(ofTerm);
    if (correction != null) {
      flags.add("corrected");
      if (correction.flag() != null) {
        flags.add(correction.flag());
      }
    }
    if (mention.quoted()) {
      flags.add("quoted");
    }
    if (mention.inferred()) {
      flags.add("date_inferred");
    }
    if (mention.derived()) {
      flags.add("derived");
    }
    if (sidecar.transcribed()) {
      flags.add("transcribed");
    }
    return List.copyOf(flags);
  }

  private String identity(
      ReadingKind kind, Mention mention, Indicator indicator, PopulationBasis basis) {
    String thing = indicator == null ? mention.term() : indicator.id();
    Period period = mention.period();
    Object[] key = {
      source.sourceId(),
      mention.area() == null ? null : mention.area().code(),
      thing,
      mention.measure().id(),
      mention.status().id(),
      mention.scope(),
      basis == null ? null : basis.id(),
      period == null ? null : period.start(),
      period == null ? null : period.end()
    };
    List<Object> parts = new ArrayList<>();
    if (kind == ReadingKind.CANDIDATE) {
      parts.add("candidate");
    }
    parts.addAll(Arrays.asList(key));
    int ordinal = ordinals.merge(digest.nextId(parts.toArray()), 1, Integer::sum) - 1;
    parts.add(ordinal);
    return digest.nextId(parts.toArray());
  }

  private Reading reject(
      Mention mention, String locator, String reason, Disposition disposition, String detail) {
    return new ReadingAssembler(ReadingKind.REJECT, digest.nextId("reject", origin.path(), locator))
        .withSource(source)
        .withPlace(locator, null, mention.quote())
        .withReason(reason, disposition, detail)
        .build(origin);
  }
}
