package org.duibiao.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.io.FilenameUtils;
import org.apache.poi.ss.util.CellReference;
import org.duibiao.ingest.file.ReadLimits;
import org.duibiao.ingest.file.UnreadableFileException;
import org.duibiao.ingest.table.Grid;
import org.duibiao.ingest.table.Workbook;

/**
 * An Office Open XML workbook. A sheet is streamed each time it is read; only the texts that cells
 * share and the formats are held. Numbers come from the digits in the file, formulas from the
 * results that were saved with them.
 *
 * <p>Read without a library: those at hand either do not tell which cells are merged, or build the
 * whole sheet, or bring a copy of the whole schema; and what is unpacked is bounded here in one
 * place.
 */
public final class XlsxWorkbook {

  private static final String MEDIA_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern CELL = Pattern.compile("([A-Za-z]{1,3})([0-9]{1,7})");
  private static final int MAX_SHEETS = 1000;
  private static final int MAX_MERGES = 200_000;

  private final OoxmlArchive archive;
  private final List<Grid> grids = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final List<CellFormat> formats = new ArrayList<>();
  private boolean since1904;

  private XlsxWorkbook(OoxmlArchive archive) {
    this.archive = archive;
  }

  /** Reads what the sheets share. */
  public static Workbook read(byte[] bytes) throws UnreadableFileException {
    XlsxWorkbook workbook = new XlsxWorkbook(new OoxmlArchive(bytes));
    OoxmlArchive.guarded("the workbook", workbook::open);
    return new Workbook(MEDIA_TYPE, null, null, workbook.grids);
  }

  private interface ElementHandler {
    void at(XMLStreamReader xml, String name) throws XMLStreamException, IOException;
  }

  /** Passes on the elements of a part. */
  private void forEachElement(String part, long limit, ElementHandler element)
      throws IOException, XMLStreamException {
    try (InputStream in = archive.open(part, limit)) {
      if (in == null) {
        return;
      }
      XMLStreamReader xml = OoxmlArchive.XML.createXMLStreamReader(in);
      try {
        inside(xml, "", element);
      } finally {
        xml.close();
      }
    }
  }

  /** Passes on the elements up to the end of the one of that name, those in others too. */
  private static void inside(XMLStreamReader xml, String name, ElementHandler element)
      throws XMLStreamException, IOException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        element.at(xml, xml.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name)) {
        return;
      }
    }
  }

  /** The attributes of the elements of a small part, by their local names; the element's is "". */
  private List<Map<String, String>> elements(String part) throws IOException, XMLStreamException {
    List<Map<String, String>> elements = new ArrayList<>();
    forEachElement(
        part,
        ReadLimits.HELD_BYTES,
        (xml, name) -> {
          Map<String, String> attributes = new HashMap<>(Map.of("", name));
          for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
          }
          elements.add(attributes);
        });
    return elements;
  }

  private void open() throws IOException, XMLStreamException, UnreadableFileException {
    String workbook = target(relations("_rels/.rels", ""), "/officeDocument", "xl/workbook.xml");
    if (!archive.has(workbook)) {
      throw new UnreadableFileException("damaged", "it has no " + workbook);
    }
    int slash = workbook.lastIndexOf('/') + 1;
    String folder = workbook.substring(0, slash);
    List<Relation> relations =
        relations(folder + "_rels/" + workbook.substring(slash) + ".rels", folder);
    Map<String, String> targets = new HashMap<>();
    relations.forEach(relation -> targets.put(relation.id, relation.target));
    for (Map<String, String> element : elements(workbook)) {
      String part = targets.get(element.get("id"));
      if (element.get("").equals("workbookPr")) {
        since1904 = List.of("1", "true").contains(element.getOrDefault("date1904", ""));
      } else if (element.get("").equals("sheet")
          && grids.size() < MAX_SHEETS
          && part != null
          && archive.has(part)) {
        String place = "sheet:" + element.get("name");
        grids.add(
            new Grid(place, sink -> OoxmlArchive.guarded(place, () -> readSheet(part, sink))));
      }
    }
    readStyles(target(relations, "/styles", folder + "styles.xml"));
    forEachElement(
        target(relations, "/sharedStrings", folder + "sharedStrings.xml"),
        ReadLimits.HELD_BYTES,
        (xml, name) -> {
          if (name.equals("si")) {
            texts.add(text(xml, "si"));
          }
        });
  }

  /** What a part refers to. */
  private record Relation(String id, String type, String target) {}

  private List<Relation> relations(String part, String folder)
      throws IOException, XMLStreamException {
    List<Relation> relations = new ArrayList<>();
    for (Map<String, String> element : elements(part)) {
      if (element.get("").equals("Relationship")) {
        String target = element.getOrDefault("Target", "null");
        String path = target.startsWith("/") ? target.substring(1) : folder + target;
        String plain = FilenameUtils.normalize(path, true);
        String type = element.getOrDefault("Type", "null");
        relations.add(new Relation(element.get("Id"), type, plain == null ? path : plain));
      }
    }
    return relations;
  }

  /** Where the last relation of a type leads, or else what is usual. */
  private static String target(List<Relation> relations, String type, String usual) {
    return relations.stream()
        .filter(relation -> relation.type.endsWith(type))
        .map(Relation::target)
        .reduce(usual, (earlier, later) -> later);
  }

  private static String attribute(XMLStreamReader xml, String name) {
    return xml.getAttributeValue(null, name);
  }

  private void readStyles(String part) throws IOException, XMLStreamException {
    Map<Integer, String> codes = new HashMap<>();
    boolean inCells = false;
    for (Map<String, String> element : elements(part)) {
      int id = number(element.get("numFmtId"));
      switch (element.get("")) {
        case "numFmt" -> codes.put(id, element.get("formatCode"));
        case "cellXfs" -> inCells = true;
        case "cellStyles", "dxfs" -> inCells = false;
        case "xf" -> {
          if (inCells) {
            formats.add(CellFormat.of(id, codes.get(id)));
          }
        }
        default -> {}
      }
    }
  }

  private static int number(String text) {
    return text == null || !text.matches("[0-9]{1,9}") ? -1 : Integer.parseInt(text);
  }

  /** The text of an item without what is only its pronunciation. */
  private static String text(XMLStreamReader xml, String end)
      throws XMLStreamException, IOException {
    StringBuilder text = new StringBuilder();
    inside(
        xml,
        end,
        (piece, name) -> {
          if (name.equals("rPh")) {
            inside(piece, name, (inner, ignored) -> {});
          } else if (name.equals("t")) {
            text.append(piece.getElementText());
          }
        });
    return unescaped(text.toString());
  }

  private static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(found.group(1), 16))));
  }

  private void readSheet(String part, Grid.Sink sink) throws IOException, XMLStreamException {
    int[] merges = new int[1];
    int[] lastRow = new int[1];
    forEachElement(
        part,
        ReadLimits.PART_BYTES,
        (xml, name) -> {
          if (name.equals("row")) {
            int number = number(attribute(xml, "r"));
            lastRow[0] = number < 0 ? lastRow[0] + 1 : number;
            List<String> cells = row(xml);
            if (!cells.isEmpty()) {
              sink.row(lastRow[0], cells);
            }
          } else if (name.equals("mergeCell") && ++merges[0] <= MAX_MERGES) {
            try {
              sink.merge(Grid.CellRange.parse(String.valueOf(attribute(xml, "ref"))));
            } catch (IllegalArgumentException e) {
              // One cell is merged with nothing.
            }
          }
        });
  }

  private List<String> row(XMLStreamReader row) throws XMLStreamException, IOException {
    List<String> cells = new ArrayList<>();
    int[] column = {-1};
    inside(
        row,
        "row",
        (xml, name) -> {
          if (name.equals("c")) {
            Matcher place = CELL.matcher(String.valueOf(attribute(xml, "r")));
            column[0] =
                place.matches()
                    ? CellReference.convertColStringToIndex(place.group(1))
                    : column[0] + 1;
            String text = cell(xml);
            if (column[0] < Grid.MAX_COLUMNS) {
              Grid.put(cells, column[0], text);
            }
          }
        });
    return cells;
  }

  private String cell(XMLStreamReader cell) throws XMLStreamException, IOException {
    String type = attribute(cell, "t");
    int style = number(attribute(cell, "s"));
    String[] value = new String[1];
    String[] inline = new String[1];
    inside(
        cell,
        "c",
        (xml, name) -> {
          if (name.equals("v")) {
            value[0] = xml.getElementText();
          } else if (name.equals("is")) {
            inline[0] = text(xml, name);
          }
        });
    if (inline[0] != null || value[0] == null) {
      return inline[0] == null ? "" : inline[0];
    }
    return switch (type == null ? "n" : type) {
      case "s" -> shared(value[0]);
      case "str", "e", "inlineStr" -> unescaped(value[0]);
      case "b" -> value[0].strip().equals("1") ? "TRUE" : "FALSE";
      case "d" -> value[0].endsWith("T00:00:00") ? value[0].substring(0, 10) : value[0];
      default ->
          (style >= 0 && style < formats.size() ? formats.get(style) : CellFormat.of(0, null))
              .text(value[0], since1904);
    };
  }

  private String shared(String index) {
    int at = Integer.parseInt(index.strip());
    if (at < 0 || at >= texts.size()) {
      throw new IllegalArgumentException("a cell names text " + at + ", which is not there");
    }
    return texts.get(at);
  }
}
