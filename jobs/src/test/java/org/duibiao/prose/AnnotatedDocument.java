package org.duibiao.prose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.EvidenceKind.Attribute;
import org.duibiao.ingest.LandingFileReader;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.sidecar.LandingFileBuilder;
import org.duibiao.ingest.sidecar.Sidecar;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.prose.document.Mention;
import org.duibiao.tables.Reading;

/**
 * A document of which people said what is right, and what was read of it.
 *
 * @param folder where it is from
 * @param annotations those of all its numbers; empty if only some figures are known
 * @param known the figures that are known to stand in it
 * @param first the figures of its first reading, before rules were made on it; empty if it was not
 *     kept
 */
record AnnotatedDocument(
    Path folder,
    String name,
    List<Annotation> annotations,
    List<KnownFigure> known,
    List<ReadNumber> numbers,
    List<JudgedFigure> first) {

  /** A number, and the reading that was made of it. */
  record ReadNumber(Mention mention, Reading reading) {}

  /**
   * The documents of a folder: texts with their annotations in its folder {@code gold}, and any
   * documents of which {@code TRUTH.csv} tells figures.
   */
  static List<AnnotatedDocument> of(Path folder, Catalogue catalogue) throws IOException {
    Map<String, List<Annotation>> texts =
        Files.isDirectory(folder.resolve("gold")) ? Annotation.of(folder) : Map.of();
    Path table = folder.resolve("TRUTH.csv");
    Map<String, List<KnownFigure>> known =
        Files.exists(table) ? KnownFigure.of(table) : new TreeMap<>();
    Map<String, List<JudgedFigure>> first = JudgedFigure.firstReadings(folder);
    Set<String> names = new TreeSet<>(texts.keySet());
    names.addAll(known.keySet());
    List<AnnotatedDocument> documents = new ArrayList<>();
    for (String name : names) {
      documents.add(
          new AnnotatedDocument(
              folder,
              name,
              texts.getOrDefault(name, List.of()),
              known.getOrDefault(name, List.of()),
              read(folder.resolve(name), catalogue),
              first.getOrDefault(name, List.of())));
    }
    return documents;
  }

  private static List<ReadNumber> read(Path file, Catalogue catalogue) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".yaml");
    Sidecar sidecar = Sidecar.parse(beside.toString(), Files.readAllBytes(beside));
    List<ReadNumber> numbers = new ArrayList<>();
    ProseNormalizer normalizer =
        ProseNormalizer.explaining(
            catalogue,
            file.toString(),
            sidecar,
            (mention, reading) -> numbers.add(new ReadNumber(mention, reading)));
    try {
      LandingFileReader.open(
              LandingFileBuilder.builder()
                  .path(file.toString())
                  .location(file.toUri().toString())
                  .byteSize(Files.size(file))
                  .build(),
              sidecar,
              new Configuration(false))
          .forEach(normalizer::normalize);
    } catch (UnreadableFileException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
    normalizer.finish();
    return numbers;
  }

  /** The readings. */
  List<Reading> readings() {
    return numbers.stream().map(ReadNumber::reading).toList();
  }

  /** The observations that can be judged. */
  List<JudgedFigure> judged(Catalogue catalogue) {
    return numbers.stream()
        .filter(each -> each.reading().kind() == ReadingKind.OBSERVATION)
        .map(each -> judged(each, catalogue))
        .filter(Objects::nonNull)
        .toList();
  }

  private JudgedFigure judged(ReadNumber number, Catalogue catalogue) {
    Set<Attribute> faults =
        annotations.isEmpty() ? knownFaults(number.reading()) : faults(number, catalogue);
    return faults == null ? null : new JudgedFigure(number.mention().evidence().kinds(), faults);
  }

  private Set<Attribute> knownFaults(Reading reading) {
    return known.stream()
        .map(figure -> figure.faults(reading))
        .filter(Objects::nonNull)
        .min(Comparator.comparingInt(Set::size))
        .orElse(null);
  }

  private Set<Attribute> faults(ReadNumber number, Catalogue catalogue) {
    int start = number.mention().start();
    int end = number.mention().end();
    List<Annotation> here = annotations.stream().filter(a -> a.overlaps(start, end)).toList();
    boolean open = here.stream().anyMatch(each -> !each.isStatistic());
    return here.stream()
        .filter(each -> each.isStatistic() && each.is(number.reading(), start, end))
        .map(each -> strictFaults(each, number.reading(), catalogue))
        .min(Comparator.comparingInt(Set::size))
        .orElse(open ? null : EnumSet.of(Attribute.INDICATOR));
  }

  /** The faults, the indicator too where the catalogue has the annotated one. */
  private static Set<Attribute> strictFaults(
      Annotation annotation, Reading reading, Catalogue catalogue) {
    Set<Attribute> faults = annotation.faults(reading);
    boolean told = catalogue.indicator(annotation.indicator()).isPresent();
    if (told && !annotation.indicator().equals(reading.indicator())) {
      faults.add(Attribute.INDICATOR);
    }
    return faults;
  }
}
