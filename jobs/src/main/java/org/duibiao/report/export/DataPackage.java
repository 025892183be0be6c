package org.duibiao.report.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duibiao.columns.ColumnType;
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

  private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

  /** What is the same in every package: what the files are, and how they are written. */
  private static final JsonNode SAME;

  static {
    try {
      SAME = new ObjectMapper().readTree(Resource.text(DataPackage.class, "datapackage.json"));
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
    Map<String, Object> descriptor = new LinkedHashMap<>();
    descriptor.put("$schema", PROFILES + "datapackage.json");
    descriptor.put("name", "duibiao");
    descriptor.put("id", "duibiao:" + model.input().releaseId());
    descriptor.put(
        "title",
        Sanitizer.clean(
            "对标 "
                + model.referenceName().zh().plainText()
                + " · Duibiao against "
                + model.referenceName().en().plainText()));
    descriptor.put("description", SAME.get("description"));
    descriptor.put("version", model.input().releaseId());
    model
        .newestPublicationDate()
        .ifPresent(published -> descriptor.put("created", published.atStartOfDay() + ":00Z"));
    putIfAny(descriptor, "sources", sources(model.input().sources()));
    putIfAny(descriptor, "licenses", licences(model.input().sources()));
    descriptor.put(
        "resources",
        extracts.stream()
            .map(extract -> resource(extract, files.get(path(extract)), extracts))
            .toList());
    try {
      return (new ObjectMapper().writer(printer()).writeValueAsString(descriptor) + "\n")
          .getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(lines);
    printer.indentObjectsWith(lines);
    return printer;
  }

  /** Each publication once, with its address if that is a web address. */
  private static List<Map<String, Object>> sources(List<Source> sources) {
    Map<String, Map<String, Object>> byTitle = new TreeMap<>();
    sources.stream()
        .sorted(Comparator.comparing(Source::sourceId).thenComparing(Source::path))
        .forEach(
            source -> {
              String title =
                  Stream.of(source.publisher(), source.title())
                      .filter(Objects::nonNull)
                      .map(Sanitizer::clean)
                      .reduce((a, b) -> a + ": " + b)
                      .orElse(Sanitizer.clean(source.sourceId()));
              Map<String, Object> entry = new LinkedHashMap<>();
              entry.put("title", title);
              if (isWeb(source.url())) {
                entry.put("path", source.url());
              }
              byTitle.putIfAbsent(title + "\n" + entry.get("path"), entry);
            });
    return new ArrayList<>(byTitle.values());
  }

  /**
   * The licences that a program can follow: an address, or the short name of a licence. Those in
   * other words stand beside their source, in {@code sources.csv}.
   */
  private static List<Map<String, Object>> licences(List<Source> sources) {
    List<Map<String, Object>> licences = new ArrayList<>();
    sources.stream()
        .map(Source::licence)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .forEach(
            licence -> {
              if (isWeb(licence)) {
                licences.add(Map.of("path", licence));
              } else if (licence.matches("[-a-zA-Z0-9._]+")) {
                licences.add(Map.of("name", licence));
              }
            });
    return licences;
  }

  /** Whether it is a web address without characters that could end it early. */
  static boolean isWeb(String address) {
    return address != null && address.matches("https?://[\\x21-\\x7E&&[^\"<>\\\\^`{|}]]+");
  }

  private static <T> Map<String, Object> resource(
      ExportTable<T> extract, byte[] bytes, List<ExportTable<?>> all) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("$schema", PROFILES + "dataresource.json");
    resource.put("profile", "tabular-data-resource");
    resource.put("name", extract.name());
    resource.put("type", "table");
    resource.put("path", path(extract));
    resource.put(
        "title", extract.title().zh().plainText() + " · " + extract.title().en().plainText());
    resource.put("description", extract.meaning());
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", bytes.length);
    resource.put("hash", "sha256:" + Digest.of(bytes));
    resource.put("dialect", SAME.get("dialect"));
    resource.put("schema", schema(extract, all));
    return resource;
  }

  private static <T> Map<String, Object> schema(ExportTable<T> extract, List<ExportTable<?>> all) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", PROFILES + "tableschema.json");
    schema.put(
        "fields",
        extract.columns().stream()
            .map(column -> field(column, SpreadsheetLayout.of(extract.name()).get(column.name())))
            .toList());
    schema.put("missingValues", List.of(""));
    putIfAny(schema, "primaryKey", extract.key());
    putIfAny(
        schema,
        "foreignKeys",
        extract.references().stream()
            .filter(reference -> isForeignKey(extract, reference, all))
            .map(DataPackage::foreignKey)
            .toList());
    return schema;
  }

  private static void putIfAny(Map<String, Object> object, String name, Collection<?> values) {
    if (!values.isEmpty()) {
      object.put(name, List.copyOf(values));
    }
  }

  /** Whether every value is there; releases of an older version do not keep every figure. */
  private static <T> boolean isForeignKey(
      ExportTable<T> extract, ExportTable.ForeignKey reference, List<ExportTable<?>> all) {
    Set<List<Object>> there = new HashSet<>();
    all.stream()
        .filter(other -> other.name().equals(reference.table()))
        .forEach(other -> there.addAll(other.values(reference.key())));
    return extract.values(reference.columns()).stream()
        .allMatch(key -> key.contains(null) || there.contains(key));
  }

  private static Map<String, Object> foreignKey(ExportTable.ForeignKey reference) {
    Map<String, Object> foreign = new LinkedHashMap<>();
    foreign.put("fields", reference.columns());
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("resource", reference.table());
    other.put("fields", reference.key());
    foreign.put("reference", other);
    return foreign;
  }

  private static Map<String, Object> field(
      ExportTable.Column<?> column, SpreadsheetLayout.ColumnHeading heading) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("type", type(column.type()));
    if (column.type() == ColumnType.BOOLEAN) {
      field.put("trueValues", List.of("true"));
      field.put("falseValues", List.of("false"));
    } else if (column.type() == ColumnType.TEXT_LIST) {
      field.put("delimiter", ExportTable.SEPARATOR);
      field.put("itemType", "string");
    }
    if (heading != null) {
      field.put("title", heading.name().zh().plainText() + " · " + heading.name().en().plainText());
    }
    field.put("description", column.meaning());
    Map<String, Object> constraints = new LinkedHashMap<>();
    if (column.required()) {
      constraints.put("required", true);
    }
    putIfAny(constraints, "enum", column.values());
    if (!constraints.isEmpty()) {
      field.put("constraints", constraints);
    }
    return field;
  }

  private static String type(ColumnType type) {
    return switch (type) {
      case TEXT -> "string";
      case INT, LONG -> "integer";
      case DOUBLE, DECIMAL -> "number";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "datetime";
      case TEXT_LIST -> "list";
      case TEXT_MAP, LONG_MAP ->
          throw new IllegalArgumentException("No column of a file holds a map");
    };
  }
}
