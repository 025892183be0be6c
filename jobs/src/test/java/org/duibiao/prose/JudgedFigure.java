package org.duibiao.prose;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.EvidenceKind;
import org.duibiao.catalogue.EvidenceKind.Attribute;
import org.duibiao.model.code.Code;

/**
 * An observation of which people said what is right.
 *
 * @param evidence what it rests on
 * @param faults the attributes that are wrong
 */
record JudgedFigure(Set<EvidenceKind> evidence, Set<Attribute> faults) {

  /** Texts that rules were made on are read better than others: their first reading is kept. */
  private static final String FIRST_READINGS = "first-readings.csv";

  boolean isRight() {
    return faults.isEmpty();
  }

  /** The first readings that were kept in a folder, by document. */
  static Map<String, List<JudgedFigure>> firstReadings(Path folder) throws IOException {
    Map<String, List<JudgedFigure>> figures = new TreeMap<>();
    Path file = folder.resolve(FIRST_READINGS);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String[] cells = line.split(",", -1);
        figures
            .computeIfAbsent(cells[0], document -> new ArrayList<>())
            .add(
                new JudgedFigure(
                    codes(EvidenceKind.class, cells[2]), codes(Attribute.class, cells[1])));
      }
    }
    return figures;
  }

  private static <E extends Enum<E> & Code> Set<E> codes(Class<E> type, String ids) {
    Set<E> codes = EnumSet.noneOf(type);
    for (String id : ids.isEmpty() ? new String[0] : ids.split(" ")) {
      codes.add(Code.of(type, id));
    }
    return codes;
  }

  /** Keeps what is read of a folder now, before rules are made on it. */
  static void keepAsFirst(Path folder, Catalogue catalogue) throws IOException {
    try (PrintWriter file =
        new PrintWriter(
            Files.newBufferedWriter(folder.resolve(FIRST_READINGS), StandardCharsets.UTF_8))) {
      for (AnnotatedDocument document : AnnotatedDocument.of(folder, catalogue)) {
        for (JudgedFigure figure : document.judged(catalogue)) {
          file.println(document.name() + "," + ids(figure.faults()) + "," + ids(figure.evidence()));
        }
      }
    }
  }

  private static String ids(Set<? extends Code> codes) {
    return codes.stream().map(Code::id).collect(Collectors.joining(" "));
  }
}
