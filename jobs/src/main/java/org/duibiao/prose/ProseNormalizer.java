package org.duibiao.prose;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.catalogue.EvidenceKind.Attribute;
import org.duibiao.catalogue.Reliability;
import org.duibiao.catalogue.Reliability.Judgement;
import org.duibiao.catalogue.Terms;
import org.duibiao.ingest.sidecar.Correction;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.ingest.table.FileRecord;
import org.duibiao.model.Area;
import org.duibiao.model.Digest;
import org.duibiao.model.Indicator;
import org.duibiao.model.Message;
import org.duibiao.model.code.Disposition;
import org.duibiao.model.code.FindingKind;
import org.duibiao.model.code.Flag;
import org.duibiao.model.code.IndicatorKind;
import org.duibiao.model.code.Measure;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.model.code.ReadingMethod;
import org.duibiao.normalize.cell.UnitConversion;
import org.duibiao.normalize.cell.UnitReader;
import org.duibiao.normalize.cell.UnitReader.PrintedUnit;
import org.duibiao.normalize.number.NumberReader;
import org.duibiao.normalize.number.ParsedNumber.Amount;
import org.duibiao.normalize.reading.Corrections;
import org.duibiao.normalize.reading.FileFinding;
import org.duibiao.normalize.reading.FileFindingCollector;
import org.duibiao.normalize.reading.ReadingDraft;
import org.duibiao.normalize.reading.RecordNormalizer;
import org.duibiao.prose.document.DocumentMetadata;
import org.duibiao.prose.document.Mention;
import org.duibiao.tables.Reading;

/** Makes readings of the paragraphs of one document, in order: one of each number in it. */
public final class ProseNormalizer implements RecordNormalizer {

  private static final String UNUSED =
      "%s is corrected ('%s'), but no figure stands there: correct `at`, or remove it";

  private final Catalogue catalogue;
  private final UnitReader units;
  private final ReadingDraft.Origin origin;
  private final BiConsumer<Mention, Reading> readings;
  private final ProseReader reader;
  private final Map<String, Correction> corrections = new LinkedHashMap<>();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final TreeSet<String> usedAliases = new TreeSet<>();
  private final Digest digest = new Digest();
  private final FigureComparison comparison = new FigureComparison(this::accept);
  private final List<FileFinding> findings = new ArrayList<>();
  private final FileFindingCollector gates;

  /**
   * A normalizer of one document.
   *
   * @param origin the file
   * @param readings takes the readings, in order, each with what was read of its number
   */
  public ProseNormalizer(
      Catalogue catalogue,
      ReadingDraft.Origin origin,
      Sidecar sidecar,
      BiConsumer<Mention, Reading> readings) {
    this.catalogue = catalogue;
    this.units = new UnitReader(catalogue);
    this.origin = origin;
    this.readings = readings;
    this.gates = new FileFindingCollector(origin.source().path());
    sidecar.corrections().forEach(each -> corrections.put(each.at(), each));
    Area area = sidecar.city() == null ? null : catalogue.area(sidecar.city()).orElse(null);
    DocumentMetadata metadata =
        new DocumentMetadata(
            sidecar.title(), sidecar.publisher(), sidecar.published(), area, sidecar.sourceClass());
    this.reader = new ProseReader(catalogue, metadata, this::accept);
  }

  /**
   * A normalizer of one document for people who ask why.
   *
   * @param readings takes what was read of each number with the reading that was made of it
   */
  public static ProseNormalizer explaining(
      Catalogue catalogue, String path, Sidecar sidecar, BiConsumer<Mention, Reading> readings) {
    return new ProseNormalizer(
        catalogue,
        new ReadingDraft.Origin(sidecar.source(path, path), "", "explain", Instant.EPOCH),
        sidecar,
        readings);
  }

  @Override
  public void normalize(FileRecord paragraph) {
    String locator = paragraph.locator();
    int start = Integer.parseInt(locator.substring("char:".length(), locator.lastIndexOf('-')));
    reader.paragraph(start, paragraph.text());
  }

  @Override
  public Outcome finish() {
    reader.finish();
    comparison.finish();
    findings.addAll(gates.findings());
    List<String> unused =
        corrections.values().stream()
            .map(each -> Message.of(UNUSED, each.at(), each.expect()))
            .toList();
    return new Outcome(
        List.of(origin.source()), List.copyOf(findings), unused, List.copyOf(usedAliases));
  }

  private void accept(Mention mention) {
    String locator = "char:" + mention.start() + "-" + mention.end();
    ReadingDraft draft = draft(mention, corrections.get(locator));
    if (mention.rejectReason() == null) {
      corrections.remove(locator);
    }
    comparison.add(mention, draft);
  }

  /** Passes on a number; of a figure that the document contradicts no value is certain. */
  private void accept(FigureComparison.Held held) {
    ReadingDraft draft = held.draft;
    FigureComparison.Held other = held.contradicted;
    if (other != null) {
      draft.addMissing("value");
      draft.addDetail(
          "%s of the same figure: remove the wrong one with a correction, or tell them apart by"
              + " scope, basis or status",
          other.says());
    }
    ReadingDraft.Place place = new ReadingDraft.Place(held.locator(), null, held.mention.quote());
    String id = identity(draft, held.locator());
    Reading reading = draft.build(origin, id, place, List.copyOf(draft.flags));
    if (reading.kind() == ReadingKind.OBSERVATION) {
      reading = gates.checkGates(reading, draft.indicator, draft.area);
    }
    readings.accept(held.mention, reading);
    if (other != null && other.mention.start() < held.mention.start()) {
      String figure = reading.cityCode() + " " + reading.indicator() + " " + reading.periodEnd();
      String detail =
          Message.of(
              "%s: %s and %s of the same figure (%s): neither is used",
              origin.source().path(), other.says(), held.says(), figure);
      findings.add(
          new FileFinding(
              FindingKind.ROWS_CONTRADICT, reading, null, other.draft.row.value(), detail));
    }
  }

  private String identity(ReadingDraft draft, String locator) {
    if (draft.row.kind() == ReadingKind.REJECT) {
      return digest.nextId("reject", origin.source().path(), locator);
    }
    String first = draft.observationId(digest, null, null, 0);
    int ordinal = ordinals.merge(first, 1, Integer::sum) - 1;
    return ordinal == 0 ? first : draft.observationId(digest, null, null, ordinal);
  }

  private ReadingDraft draft(Mention mention, Correction correction) {
    if (mention.rejectReason() != null) {
      return ReadingDraft.reject(mention.disposition(), mention.rejectReason(), mention.detail());
    }
    Amount figure = mention.number();
    PrintedUnit printed = units.read(mention.unit());
    if (correction != null) {
      BigDecimal value = figure.value();
      BigDecimal inUnit = printed == null ? value : value.multiply(printed.factor());
      if (!Corrections.isAbout(correction, mention.printed(), value, inUnit)) {
        ReadingDraft published = draft(mention, null);
        Corrections.keepAsPublished(published, correction, mention.printed());
        return published;
      }
      if (correction.drop()) {
        return ReadingDraft.reject(Disposition.IGNORED, "dropped", correction.reason());
      }
      if (correction.override() != null) {
        if (!(NumberReader.read(correction.override()) instanceof Amount other)) {
          return ReadingDraft.rejected(
              "correction_unreadable",
              "its correction '%s' is not a number: correct `override`",
              correction.override());
        }
        figure = other;
      }
    }
    Meaning meaning = mention.meaning();
    Indicator indicator = meaning == null ? null : meaning.indicator();
    UnitConversion scale = indicator == null ? null : scale(mention, printed, indicator);
    ReadingDraft draft = new ReadingDraft();
    BigDecimal factor = printed == null ? BigDecimal.ONE : printed.factor();
    if (scale != null) {
      usedAliases.add(Terms.key(meaning.alias()));
      factor = scale.factor();
      draft.row.unit(scale.unit());
    } else {
      // The unit counts another thing than the noun says: a person must look.
      indicator = null;
      draft.addMissing("indicator");
      boolean sole = printed != null && printed.units().size() == 1;
      draft.row.unit(sole ? printed.units().get(0).id() : null);
    }
    Set<EvidenceKind> evidence = mention.evidence().kinds();
    boolean guessed =
        evidence.contains(EvidenceKind.AREA_INFERRED) && !mention.quoted() && !isNamed(mention);
    if (mention.area() == null || guessed) {
      draft.addMissing("city");
    }
    if (mention.period() == null) {
      draft.addMissing("period");
    }
    if (draft.row.unit() == null && (printed == null || !printed.isKnown())) {
      draft.addMissing("unit");
    }
    if (!draft.takeValue(figure, mention.negative() ? factor.negate() : factor)) {
      return ReadingDraft.rejected(
          "out_of_range", "the figure has more digits than the tables keep: correct it");
    }
    draft.row.method(ReadingMethod.PROSE).term(mention.term()).scope(mention.scope());
    draft.row.status(mention.status()).measure(mention.measure());
    draft.source = origin.source();
    draft.area = mention.area();
    draft.indicator = indicator;
    draft.period = mention.period();
    if (indicator != null) {
      draft.row.populationBasis(
          meaning.basis() != null ? meaning.basis() : indicator.populationBasis());
      draft.flags.addAll(meaning.flags());
    }
    addFlags(draft.flags, mention, correction);
    if (draft.row.kind() == ReadingKind.OBSERVATION && correction == null) {
      awaitConfirmation(draft, evidence);
    }
    return draft;
  }

  /** Whether the words of a figure name its area. */
  private static boolean isNamed(Mention mention) {
    String name = mention.area() == null ? "" : mention.area().zh();
    return name.length() > 1 && mention.quote().contains(name.substring(0, name.length() - 1));
  }

  /** Lets a figure wait that is not reliable enough; what was read is kept as a proposal. */
  private void awaitConfirmation(ReadingDraft draft, Set<EvidenceKind> evidence) {
    Reliability reliability = catalogue.reliability();
    Judgement judgement = reliability.judge(evidence);
    if (judgement.figure() >= reliability.threshold()) {
      return;
    }
    Attribute weakest = judgement.weakest();
    EvidenceKind doubt = reliability.doubt(weakest, evidence);
    draft.addMissing(weakest.id());
    draft.addDetail(
        "the %s is not certain%s: such figures are right in %.0f of 100 cases; to take it as it is"
            + " read, write a correction whose override is the same number",
        weakest.id(), doubt == null ? "" : " (" + doubt.words() + ")", 100 * judgement.figure());
  }

  private UnitConversion scale(Mention mention, PrintedUnit printed, Indicator indicator) {
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

  private void addFlags(Set<Flag> flags, Mention mention, Correction correction) {
    addIf(correction != null, Flag.CORRECTED, flags);
    addIf(mention.quoted(), Flag.QUOTED, flags);
    addIf(mention.inferred(), Flag.DATE_INFERRED, flags);
    addIf(mention.derived(), Flag.DERIVED, flags);
    origin.source().addFlags(flags);
    if (correction != null && correction.flag() != null) {
      flags.add(correction.flag());
    }
  }

  private static void addIf(boolean holds, Flag flag, Set<Flag> flags) {
    if (holds) {
      flags.add(flag);
    }
  }
}
