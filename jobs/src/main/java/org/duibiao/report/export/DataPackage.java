package org.duibiao.report.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.markup.Resource;
import org.duibiao.markup.Sanitizer;
import org.duibiao.model.Digest;
import org.duibiao.report.model.ReportIndex;
import org.duibiao.tables.Source;

/**
 * {@code datapackage.json}: what the CSVs beside the page are, for programs. A Frictionless Data
 * Package of version 2.0 (datapackage.org), generated from the same columns as the CSVs; {@code
 * profile} is there too, for readers of version 1.
 */
public final class DataPackage {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The parts of a package by name, null where a value goes; the types of columns. */
  private static final JsonNode PARTS;

  static {
    try {
      PARTS = MAPPER.readTree(Resource.text(DataPackage.class, "datapackage.json"));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataPackage() {}

  /** The CSV of an extract. */
  public static String path(ExportTable<?> extract) {
    return extract.name() + ".csv";
  }

  /** Describes the CSVs among the files. */
  public static byte[] write(
      ReportIndex model, List<ExportTable<?>> extracts, Map<String, byte[]> files) {
    ObjectNode descriptor =
        part(
            "package",
            "duibiao:" + model.input().releaseId(),
            Sanitizer.clean("对标 " + model.referenceName().plainText(" · Duibiao against ")),
            model.input().releaseId(),
            model.newestPublicationDate().map(day -> day.atStartOfDay() + ":00Z").orElse(null),
            sources(model.input().sources()),
            licences(model.input().sources()),
            extracts.stream().map(extract -> resource(extract, files.get(path(extract)))).toList());
    try {
      return (MAPPER.writer(printer()).writeValueAsString(descriptor) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A part with these values in the place of its nulls, without those that are null or empty. */
  private static ObjectNode part(String name, Object... values) {
    ObjectNode part = MAPPER.createObjectNode();
    Iterator<Object> next = Arrays.asList(values).iterator();
    for (Map.Entry<String, JsonNode> field : PARTS.get(name).properties()) {
      JsonNode value = field.getValue();
      value = value.isNull() ? MAPPER.valueToTree(next.next()) : value;
      if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
        part.set(field.getKey(), value);
      }
    }
    return part;
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(lines);
    printer.indentObjectsWith(lines);
    return printer;
  }

  /** Each publication once, with its address if that is a web address. */
  private static Collection<ObjectNode> sources(List<Source> sources) {
    Map<String, ObjectNode> byTitle = new TreeMap<>();
    for (Source source : sources) {
      String title =
          Stream.of(source.publisher(), source.title())
              .filter(Objects::nonNull)
              .map(Sanitizer::clean)
              .reduce((a, b) -> a + ": " + b)
              .orElse(Sanitizer.clean(source.sourceId()));
      String path = isWeb(source.url()) ? source.url() : null;
      byTitle.put(title + "\n" + path, part("source", title, path));
    }
    return byTitle.values();
  }

  /**
   * The licences that a program can follow: an address, or the short name of a licence. Those in
   * other words stand beside their source, in {@code sources.csv}.
   */
  private static List<ObjectNode> licences(List<Source> sources) {
    return sources.stream()
        .map(Source::licence)
        .filter(licence -> isWeb(licence) || isName(licence))
        .distinct()
        .sorted()
        .map(
            licence ->
                part("licence", isWeb(licence) ? licence : null, isName(licence) ? licence : null))
        .toList();
  }

  private static boolean isName(String licence) {
    return licence != null && licence.matches("[-a-zA-Z0-9._]+");
  }

  /** Whether it is a web address without characters that could end it early. */
  static boolean isWeb(String address) {
    return address != null && address.matches("https?://[\\x21-\\x7E&&[^\"<>\\\\^`{|}]]+");
  }

  private static <T> ObjectNode resource(ExportTable<T> extract, byte[] bytes) {
    return part(
        "resource",
        extract.name(),
        path(extract),
        extract.title().plainText(" · "),
        extract.meaning(),
        bytes.length,
        "sha256:" + Digest.of(bytes),
        schema(extract));
  }

  private static <T> ObjectNode schema(ExportTable<T> extract) {
    return part(
        "schema",
        extract.columns().stream()
            .map(column -> field(column, SpreadsheetLayout.of(extract.name()).get(column.name())))
            .toList(),
        extract.key(),
        extract.references().stream()
            .map(
                other ->
                    part(
                        "foreignKey",
                        other.columns(),
                        part("reference", other.table(), other.key())))
            .toList());
  }

  private static ObjectNode field(
      ExportTable.Column<?> column, SpreadsheetLayout.ColumnHeading heading) {
    JsonNode type = PARTS.get("types").required(column.type().name());
    return part(
        "field",
        column.name(),
        type.get("type"),
        type.get("trueValues"),
        type.get("falseValues"),
        type.get("delimiter"),
        type.get("itemType"),
        heading == null ? null : heading.name().plainText(" · "),
        column.meaning(),
        part("constraints", column.required() ? true : null, column.values()));
  }
}
