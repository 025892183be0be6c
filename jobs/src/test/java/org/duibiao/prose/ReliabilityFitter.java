package org.duibiao.prose;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.catalogue.EvidenceKind.Attribute;
import org.duibiao.catalogue.Reliability;
import org.duibiao.catalogue.Reliability.AttributeModel;
import org.duibiao.catalogue.Reliability.Measured;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.prose.AnnotatedDocument.ReadNumber;
import org.duibiao.prose.LogisticRegression.Example;
import org.duibiao.tables.Reading;
import org.duibiao.tables.ReadingBuilder;

/**
 * Measures how reliable figures of running text are by what they rest on, and writes {@code
 * reliability.csv}, see {@code bench/prose}. The shipped examples and the documents of the folders
 * given are read; each document is then judged by what was fitted without it. Rules that were made
 * on a text read it better than others: where its first reading was kept, that is judged too.
 */
final class ReliabilityFitter {

  /** As if each kind of evidence had been seen about so often without telling anything. */
  private static final double RIDGE = 1;

  private static final double[] CLASSES = {0, .5, .7, .8, .9, .95, .97, .98, .99, 1.01};
  private static final double[] THRESHOLDS = {0, .5, .6, .65, .7, .75, .8, .85, .9, .95, .97};
  private static final Path EXAMPLES = Path.of("..", "data", "examples");
  private static final Path FILE = Path.of("..", "data", "catalogue", "reliability.csv");

  private final Catalogue catalogue;
  private final List<AnnotatedDocument> documents;
  private final Map<AnnotatedDocument, List<JudgedFigure>> judged = new HashMap<>();
  private final Map<AnnotatedDocument, Reliability> without = new HashMap<>();

  private ReliabilityFitter(Catalogue catalogue, List<AnnotatedDocument> documents) {
    this.catalogue = catalogue;
    this.documents = documents;
    documents.forEach(each -> judged.put(each, each.judged(catalogue)));
  }

  public static void main(String[] args) throws IOException {
    if (args[0].equals("--keep")) {
      JudgedFigure.keepAsFirst(Path.of(args[1]), CorpusReader.believingCatalogue());
      return;
    }
    double threshold = CorpusReader.catalogue().reliability().threshold();
    Catalogue believing = CorpusReader.believingCatalogue();
    List<AnnotatedDocument> documents = new ArrayList<>(AnnotatedDocument.of(EXAMPLES, believing));
    for (String folder : args) {
      documents.addAll(AnnotatedDocument.of(Path.of(folder), believing));
    }
    ReliabilityFitter fitter = new ReliabilityFitter(believing, documents);
    Reliability fitted = fitter.fit(threshold);
    fitter.printCalibration();
    fitter.printScores();
    fitter.write(fitted);
  }

  /** The figures of a document as it is read now and as it was read first. */
  private List<JudgedFigure> all(AnnotatedDocument document) {
    List<JudgedFigure> all = new ArrayList<>(judged.get(document));
    all.addAll(document.first());
    return all;
  }

  private Reliability fit(double threshold) {
    for (AnnotatedDocument document : documents) {
      without.put(document, attributes(document));
    }
    // How the attributes together tell of the figure: by documents that they were not fitted on.
    List<double[]> together = new ArrayList<>();
    for (AnnotatedDocument document : documents) {
      for (JudgedFigure figure : all(document)) {
        double all = without.get(document).judge(figure.evidence()).figure();
        together.add(new double[] {Math.log(all / (1 - all)), figure.isRight() ? 1 : 0});
      }
    }
    double[] line = line(together);
    without.replaceAll((document, each) -> calibrated(each, line, 0));
    return calibrated(attributes(null), line, threshold);
  }

  private static Reliability calibrated(Reliability fitted, double[] line, double threshold) {
    Measured figure = new Measured(fitted.figure().judged(), fitted.figure().right(), line[0]);
    return new Reliability(fitted.attributes(), figure, line[1], threshold);
  }

  /** What all documents but one tell of each attribute. */
  private Reliability attributes(AnnotatedDocument left) {
    List<JudgedFigure> figures = new ArrayList<>();
    documents.stream().filter(each -> each != left).forEach(each -> figures.addAll(all(each)));
    Map<Attribute, AttributeModel> models = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      models.put(attribute, model(attribute, figures));
    }
    int right = (int) figures.stream().filter(JudgedFigure::isRight).count();
    return new Reliability(models, new Measured(figures.size(), right, 0), 1, 0);
  }

  private static AttributeModel model(Attribute attribute, List<JudgedFigure> figures) {
    List<EvidenceKind> kinds = new ArrayList<>();
    for (EvidenceKind kind : EvidenceKind.values()) {
      if (kind.concerns(attribute)
          && figures.stream().anyMatch(each -> each.evidence().contains(kind))) {
        kinds.add(kind);
      }
    }
    List<Example> examples = new ArrayList<>();
    for (JudgedFigure figure : figures) {
      int[] on =
          kinds.stream().filter(figure.evidence()::contains).mapToInt(kinds::indexOf).toArray();
      examples.add(new Example(on, !figure.faults().contains(attribute)));
    }
    double[] weights = LogisticRegression.fit(examples, kinds.size(), RIDGE);
    Map<EvidenceKind, Measured> evidence = new EnumMap<>(EvidenceKind.class);
    for (int i = 0; i < kinds.size(); i++) {
      EvidenceKind kind = kinds.get(i);
      List<JudgedFigure> on =
          figures.stream().filter(each -> each.evidence().contains(kind)).toList();
      evidence.put(kind, measured(attribute, on, weights[i]));
    }
    return new AttributeModel(measured(attribute, figures, weights[kinds.size()]), evidence);
  }

  private static Measured measured(Attribute attribute, List<JudgedFigure> figures, double weight) {
    int right = (int) figures.stream().filter(each -> !each.faults().contains(attribute)).count();
    return new Measured(figures.size(), right, weight);
  }

  /** The line that best gives the logarithm of the odds of a figure from that of its attributes. */
  private static double[] line(List<double[]> points) {
    double shift = 0;
    double slope = 1;
    for (int step = 0; step < 50; step++) {
      double[] gradient = new double[2];
      double[] curvature = new double[3];
      for (double[] point : points) {
        double probability = 1 / (1 + Math.exp(-shift - slope * point[0]));
        double spread = probability * (1 - probability);
        gradient[0] += probability - point[1];
        gradient[1] += (probability - point[1]) * point[0];
        curvature[0] += spread;
        curvature[1] += spread * point[0];
        curvature[2] += spread * point[0] * point[0];
      }
      double determinant = curvature[0] * curvature[2] - curvature[1] * curvature[1];
      shift -= (curvature[2] * gradient[0] - curvature[1] * gradient[1]) / determinant;
      slope -= (curvature[0] * gradient[1] - curvature[1] * gradient[0]) / determinant;
    }
    return new double[] {shift, slope};
  }

  private void printCalibration() {
    System.out.println("reliability   figures  promised  observed");
    for (int i = 0; i + 1 < CLASSES.length; i++) {
      int count = 0;
      int right = 0;
      double promised = 0;
      for (AnnotatedDocument document : documents) {
        for (JudgedFigure figure : all(document)) {
          double reliability = without.get(document).judge(figure.evidence()).figure();
          if (reliability >= CLASSES[i] && reliability < CLASSES[i + 1]) {
            count++;
            right += figure.isRight() ? 1 : 0;
            promised += reliability;
          }
        }
      }
      if (count > 0) {
        print(
            "%.2f to %.2f  %7d  %8.3f  %8.3f",
            CLASSES[i],
            Math.min(1, CLASSES[i + 1]),
            count,
            promised / count,
            (double) right / count);
      }
    }
  }

  private void printScores() {
    Set<Path> folders = new LinkedHashSet<>();
    documents.forEach(each -> folders.add(each.folder()));
    for (Path folder : folders) {
      System.out.println(folder);
      for (double threshold : THRESHOLDS) {
        print("  %.2f  %s", threshold, score(folder, threshold));
      }
    }
  }

  /** The score of a folder, each document by what was fitted without it. */
  private String score(Path folder, double threshold) {
    ProseScore score = ProseScore.NONE;
    Map<KnownFigure.Verdict, Integer> verdicts = new EnumMap<>(KnownFigure.Verdict.class);
    int kept = 0;
    int right = 0;
    int firstKept = 0;
    int firstRight = 0;
    for (AnnotatedDocument document : documents) {
      if (!document.folder().equals(folder)) {
        continue;
      }
      Reliability reliability = without.get(document);
      List<Reading> readings =
          document.numbers().stream().map(each -> waiting(each, reliability, threshold)).toList();
      score = score.plus(ProseScore.of(document.annotations(), readings));
      document.known().forEach(each -> verdicts.merge(each.verdict(readings), 1, Integer::sum));
      for (JudgedFigure figure : judged.get(document)) {
        if (reliability.judge(figure.evidence()).figure() >= threshold) {
          kept++;
          right += figure.isRight() ? 1 : 0;
        }
      }
      for (JudgedFigure figure : document.first()) {
        if (reliability.judge(figure.evidence()).figure() >= threshold) {
          firstKept++;
          firstRight += figure.isRight() ? 1 : 0;
        }
      }
    }
    String strict =
        String.format(
            Locale.ROOT,
            "strictly right %d of %d, of first readings %d of %d",
            right,
            kept,
            firstRight,
            firstKept);
    return verdicts.isEmpty() ? score + ", " + strict : verdicts + ", " + strict;
  }

  private static Reading waiting(ReadNumber number, Reliability reliability, double threshold) {
    Reading reading = number.reading();
    boolean waits =
        reading.kind() == ReadingKind.OBSERVATION
            && reliability.judge(number.mention().evidence().kinds()).figure() < threshold;
    return waits ? ReadingBuilder.builder(reading).kind(ReadingKind.CANDIDATE).build() : reading;
  }

  private void write(Reliability fitted) throws IOException {
    try (PrintWriter file =
        new PrintWriter(Files.newBufferedWriter(FILE, StandardCharsets.UTF_8))) {
      file.println("attribute,evidence,judged,right,weight");
      file.println(row("figure", "threshold", null, fitted.threshold()));
      file.println(row("figure", "any", fitted.figure(), fitted.figure().weight()));
      file.println(row("figure", "attributes", null, fitted.slope()));
      for (Attribute attribute : Attribute.values()) {
        AttributeModel model = fitted.attributes().get(attribute);
        file.println(row(attribute.id(), "any", model.any(), model.any().weight()));
        model
            .evidence()
            .forEach(
                (kind, measured) ->
                    file.println(row(attribute.id(), kind.id(), measured, measured.weight())));
      }
    }
  }

  private static String row(String attribute, String evidence, Measured measured, double weight) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%s,%.3f",
        attribute,
        evidence,
        measured == null ? "," : measured.judged() + "," + measured.right(),
        weight);
  }

  private static void print(String template, Object... arguments) {
    System.out.printf(Locale.ROOT, template + "%n", arguments);
  }
}
