package org.duibiao.catalogue;

import java.util.EnumMap;
import java.util.Map;
import org.duibiao.catalogue.EvidenceKind.Attribute;
import org.duibiao.catalogue.Reliability.AttributeModel;
import org.duibiao.catalogue.Reliability.Measured;
import org.duibiao.model.code.Code;

/**
 * Reads {@code reliability.csv}: a row for each attribute and kind of evidence; those of the
 * attribute {@code figure} tell of the whole figure.
 */
final class ReliabilityFile extends CsvFile {

  private static final String FIGURE = "figure";
  private static final String ANY = "any";

  private final Map<Attribute, Map<EvidenceKind, Measured>> evidence =
      new EnumMap<>(Attribute.class);
  private final Map<Attribute, Measured> any = new EnumMap<>(Attribute.class);
  private Measured figure = new Measured(0, 0, 0);
  private double slope = 1;
  private double threshold;

  ReliabilityFile(String path, byte[] bytes) {
    super(path, bytes, "attribute,evidence,judged,right,weight");
    for (Row row : rows) {
      try {
        add(row);
      } catch (IllegalArgumentException e) {
        row.report(
            "%s",
            e instanceof NumberFormatException
                ? "judged and right are whole numbers, weight is a number: " + e.getMessage()
                : e.getMessage());
      }
    }
  }

  private void add(Row row) {
    String name = row.cell("attribute");
    String kind = row.cell("evidence");
    Measured measured =
        new Measured(
            count(row.cell("judged")),
            count(row.cell("right")),
            Double.parseDouble(row.cell("weight")));
    if (name.equals(FIGURE)) {
      switch (kind) {
        case ANY -> figure = measured;
        case "attributes" -> slope = measured.weight();
        case "threshold" -> threshold = measured.weight();
        default -> row.report("evidence of figure is any, attributes or threshold");
      }
    } else if (kind.equals(ANY)) {
      any.put(Code.of(Attribute.class, name), measured);
    } else {
      evidence
          .computeIfAbsent(
              Code.of(Attribute.class, name), attribute -> new EnumMap<>(EvidenceKind.class))
          .put(Code.of(EvidenceKind.class, kind), measured);
    }
  }

  private static int count(String cell) {
    return cell.isEmpty() ? 0 : Integer.parseInt(cell);
  }

  /** What was measured; valid only if there are no problems. */
  Reliability reliability() {
    Map<Attribute, AttributeModel> models = new EnumMap<>(Attribute.class);
    any.forEach(
        (attribute, measured) ->
            models.put(
                attribute,
                new AttributeModel(measured, evidence.getOrDefault(attribute, Map.of()))));
    return new Reliability(models, figure, slope, threshold);
  }
}
