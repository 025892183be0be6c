package org.duibiao.catalogue;

import java.util.EnumMap;
import java.util.HashMap;
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

  private static final String ANY = "any";

  private final Map<Attribute, AttributeModel> attributes = new EnumMap<>(Attribute.class);
  private final Map<String, Measured> figure = new HashMap<>();

  ReliabilityFile(String path, byte[] bytes) {
    super(path, bytes, "attribute,evidence,judged,right,weight");
    figure.put(ANY, Reliability.UNMEASURED.figure());
    figure.put("attributes", new Measured(0, 0, Reliability.UNMEASURED.slope()));
    figure.put("threshold", new Measured(0, 0, Reliability.UNMEASURED.threshold()));
    for (CheckedEntry row : rows) {
      try {
        add(row);
      } catch (NumberFormatException e) {
        row.report("judged and right are whole numbers, weight is a number: %s", e.getMessage());
      } catch (IllegalArgumentException e) {
        row.report("%s", e.getMessage());
      }
    }
  }

  private void add(CheckedEntry row) {
    String kind = row.text("evidence");
    Measured measured =
        new Measured(
            row.has("judged") ? Integer.parseInt(row.text("judged")) : 0,
            row.has("right") ? Integer.parseInt(row.text("right")) : 0,
            Double.parseDouble(row.text("weight")));
    if (row.text("attribute").equals("figure")) {
      if (figure.replace(kind, measured) == null) {
        row.report("evidence of figure is any, attributes or threshold");
      }
      return;
    }
    Attribute attribute = Code.of(Attribute.class, row.text("attribute"));
    AttributeModel model =
        attributes.getOrDefault(
            attribute, new AttributeModel(null, new EnumMap<>(EvidenceKind.class)));
    if (kind.equals(ANY)) {
      model = new AttributeModel(measured, model.evidence());
    } else {
      model.evidence().put(Code.of(EvidenceKind.class, kind), measured);
    }
    attributes.put(attribute, model);
  }

  /** What was measured; valid only if there are no problems. */
  Reliability reliability() {
    attributes.values().removeIf(model -> model.any() == null);
    double slope = figure.get("attributes").weight();
    return new Reliability(attributes, figure.get(ANY), slope, figure.get("threshold").weight());
  }
}
