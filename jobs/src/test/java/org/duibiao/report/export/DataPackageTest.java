package org.duibiao.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Percentage;
import org.duibiao.columns.ColumnType;
import org.duibiao.model.Digest;
import org.duibiao.model.code.SourceClass;
import org.duibiao.report.Report;
import org.duibiao.report.model.ReleaseFixture;
import org.duibiao.tables.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("changes the locale of the JVM")
class DataPackageTest {

  private static final Map<String, byte[]> FILES =
      Report.beside(Report.index(fixture().input()), List.of());

  /** One value a city, indicator and year, as the warehouse keeps them. */
  private static ReleaseFixture fixture() {
    ReleaseFixture fixture = ReleaseFixture.cities();
    Set<List<Object>> keys = new HashSet<>();
    fixture.values.removeIf(
        value -> !keys.add(List.of(value.cityCode(), value.indicator(), value.year())));
    return fixture;
  }

  @Test
  void keepsToTheStandard() throws Exception {
    JsonSchema rules =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(DataPackageTest.class.getResourceAsStream("datapackage-rules.json"));
    assertThat(rules.validate(descriptor(FILES))).isEmpty();
  }

  @Test
  void namesTheReleaseAndTheDayOfItsNewestFigureAndNotTheClock() throws Exception {
    JsonNode descriptor = descriptor(FILES);
    assertThat(descriptor.get("version").asText()).isEqualTo("r-5f3c2a9be1d07744");
    assertThat(descriptor.get("created").asText()).isEqualTo("2026-04-12T00:00:00Z");
  }

  @Test
  void describesEveryCsvWithItsSizeItsHashAndItsColumns() throws Exception {
    Set<String> described = new HashSet<>();
    for (JsonNode resource : descriptor(FILES).get("resources")) {
      String path = resource.get("path").asText();
      described.add(path);
      byte[] bytes = FILES.get(path);
      assertThat(resource.get("bytes").asInt()).isEqualTo(bytes.length);
      assertThat(resource.get("hash").asText()).isEqualTo("sha256:" + Digest.of(bytes));
      List<String> fields = new ArrayList<>();
      resource.get("schema").get("fields").forEach(field -> fields.add(field.get("name").asText()));
      assertThat(fields).doesNotHaveDuplicates().isEqualTo(header(bytes));
    }
    assertThat(described)
        .isEqualTo(
            Set.copyOf(FILES.keySet().stream().filter(name -> name.endsWith(".csv")).toList()));
  }

  /** Every cell, read by the type that is declared of it, is the value that was written. */
  @Test
  void everyCellReadsBackAsItsDeclaredType() throws Exception {
    List<ExportTable<?>> extracts = ExportTables.of(Report.index(fixture().input()));
    Map<String, JsonNode> resources = resources(descriptor(FILES));
    Set<ColumnType> seen = new HashSet<>();
    for (ExportTable<?> extract : extracts) {
      roundTrip(extract, resources.get(extract.name()), seen);
    }
    assertThat(seen)
        .contains(
            ColumnType.TEXT,
            ColumnType.INT,
            ColumnType.DOUBLE,
            ColumnType.DECIMAL,
            ColumnType.BOOLEAN,
            ColumnType.DATE,
            ColumnType.TEXT_LIST);
  }

  private static <T> void roundTrip(ExportTable<T> extract, JsonNode resource, Set<ColumnType> seen)
      throws Exception {
    List<CSVRecord> records = records(FILES.get(resource.get("path").asText()));
    assertThat(records).hasSameSizeAs(extract.rows());
    List<ExportTable.Column<T>> columns = extract.columns();
    for (int r = 0; r < records.size(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        Object written = columns.get(c).of().apply(extract.rows().get(r));
        JsonNode field = resource.get("schema").get("fields").get(c);
        Object read = read(records.get(r).get(c), field);
        String where = extract.name() + "." + columns.get(c).name() + " " + r;
        if (written instanceof Double number) {
          assertThat(((BigDecimal) read).doubleValue())
              .as(where)
              .isCloseTo(number, Percentage.withPercentage(1e-10));
        } else if (written instanceof BigDecimal number) {
          assertThat((BigDecimal) read).as(where).isEqualByComparingTo(number);
        } else if (written instanceof List<?> list && list.isEmpty()) {
          assertThat(read).as(where).isNull();
        } else {
          assertThat(read).as(where).isEqualTo(written);
        }
        if (written != null) {
          seen.add(columns.get(c).type());
        } else {
          assertThat(field.path("constraints").path("required").asBoolean()).as(where).isFalse();
        }
      }
    }
  }

  private static Object read(String cell, JsonNode field) {
    if (cell.isEmpty()) {
      return null;
    }
    JsonNode allowed = field.path("constraints").path("enum");
    if (allowed.isArray()) {
      List<String> values = new ArrayList<>();
      allowed.forEach(value -> values.add(value.asText()));
      assertThat(values).contains(cell);
    }
    return switch (field.get("type").asText()) {
      case "string" -> cell.startsWith("'=") ? cell.substring(1) : cell;
      case "integer" -> Integer.valueOf(cell);
      case "number" -> new BigDecimal(cell);
      case "boolean" -> Boolean.valueOf(cell);
      case "date" -> LocalDate.parse(cell);
      case "list" -> List.of(cell.split(Pattern.quote(field.get("delimiter").asText())));
      default -> throw new AssertionError(field);
    };
  }

  @Test
  void keysAreUniqueAndLeadSomewhere() throws Exception {
    Map<String, JsonNode> resources = resources(descriptor(FILES));
    Map<String, List<CSVRecord>> tables = new HashMap<>();
    for (String name : resources.keySet()) {
      tables.put(name, records(FILES.get(name + ".csv")));
    }
    int followed = 0;
    for (Map.Entry<String, JsonNode> entry : resources.entrySet()) {
      JsonNode schema = entry.getValue().get("schema");
      List<CSVRecord> lines = tables.get(entry.getKey());
      if (schema.has("primaryKey")) {
        List<List<String>> keys = lines.stream().map(l -> of(l, schema.get("primaryKey"))).toList();
        assertThat(keys).as(entry.getKey()).doesNotHaveDuplicates();
      }
      for (JsonNode foreign : schema.path("foreignKeys")) {
        JsonNode reference = foreign.get("reference");
        Set<List<String>> there = new HashSet<>();
        tables
            .get(reference.get("resource").asText())
            .forEach(line -> there.add(of(line, reference.get("fields"))));
        for (CSVRecord line : lines) {
          List<String> key = of(line, foreign.get("fields"));
          if (!key.contains("")) {
            assertThat(there).as(entry.getKey() + " " + foreign).contains(key);
            followed++;
          }
        }
      }
    }
    assertThat(followed).isGreaterThan(100);
  }

  /** CSVs, their description, the workbook and the desk's page; the page has a test of its own. */
  @Test
  void sameReleaseSameBytesInWhateverOrderPlaceAndLanguage() {
    List<String> cities = List.of(ReleaseFixture.QINGDAO);
    Map<String, byte[]> expected =
        Report.beside(Report.index(ReleaseFixture.cities().input()), cities);
    ReleaseFixture shuffled = ReleaseFixture.cities();
    Random random = new Random(11);
    for (List<?> rows :
        List.of(
            shuffled.rows,
            shuffled.vintages,
            shuffled.values,
            shuffled.figures,
            shuffled.sources,
            shuffled.findings)) {
      Collections.shuffle(rows, random);
    }
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Map<String, byte[]> actual = Report.beside(Report.index(shuffled.input()), cities);
      assertThat(actual.keySet())
          .isEqualTo(expected.keySet())
          .contains("duibiao.xlsx", "370200.docx", "datapackage.json");
      expected.forEach(
          (name, bytes) -> {
            if (!name.endsWith(".html")) {
              assertThat(Digest.of(actual.get(name))).as(name).isEqualTo(Digest.of(bytes));
            }
          });
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void licencesThatAProgramCanFollowAreNamedAndOnlyAddressesOfTheWebAreFollowed() throws Exception {
    ReleaseFixture fixture = ReleaseFixture.cities();
    for (String[] each :
        List.of(
            new String[] {"a", "CC-BY-4.0", "javascript:alert(1)"},
            new String[] {"b", "https://creativecommons.org/licenses/by/4.0/", "ftp://x"},
            new String[] {"c", "按政府信息公开条例使用", "https://x\" onclick=\"y"})) {
      fixture.sources.add(
          new Source(
              each[0], each[0], "p", each[0], null, each[2], each[1], SourceClass.REPORT, false));
    }
    JsonNode descriptor = descriptor(Report.beside(Report.index(fixture.input()), List.of()));
    assertThat(descriptor.get("licenses").toString())
        .isEqualTo(
            "[{\"name\":\"CC-BY-4.0\"},{\"path\":\"https://creativecommons.org/licenses/by/4.0/\"}]");
    for (JsonNode source : descriptor.get("sources")) {
      if (source.get("title").asText().startsWith("p: ")) {
        assertThat(source.has("path")).as("%s", source).isFalse();
      }
    }
  }

  private static JsonNode descriptor(Map<String, byte[]> files) throws Exception {
    return new ObjectMapper().readTree(files.get("datapackage.json"));
  }

  private static Map<String, JsonNode> resources(JsonNode descriptor) {
    Map<String, JsonNode> resources = new LinkedHashMap<>();
    descriptor
        .get("resources")
        .forEach(resource -> resources.put(resource.get("name").asText(), resource));
    return resources;
  }

  private static List<String> of(CSVRecord line, JsonNode names) {
    List<String> values = new ArrayList<>();
    names.forEach(name -> values.add(line.get(name.asText())));
    return values;
  }

  private static List<String> header(byte[] csv) throws Exception {
    try (CSVParser parser = parser(csv)) {
      return parser.getHeaderNames();
    }
  }

  private static List<CSVRecord> records(byte[] csv) throws Exception {
    try (CSVParser parser = parser(csv)) {
      return parser.getRecords();
    }
  }

  private static CSVParser parser(byte[] csv) throws Exception {
    String text = new String(csv, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    return CSVParser.parse(
        new StringReader(text.substring(1)),
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get());
  }
}
