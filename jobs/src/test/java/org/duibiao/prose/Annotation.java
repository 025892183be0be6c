package org.duibiao.prose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.catalogue.EvidenceKind.Attribute;
import org.duibiao.tables.Reading;

/** What people wrote of one number of a text, as {@code data/examples/README.md} describes. */
record Annotation(JsonNode gold) {

  /** The indicators that most benchmarks rest on. */
  private static final Set<String> CORE =
      Set.of(
          """
          permanent_population registered_population births medical_institutions hospitals
          public_hospitals tertiary_hospitals grade_a_tertiary_hospitals primary_care_institutions
          beds hospital_beds health_personnel health_technical_personnel licensed_doctors
          registered_nurses general_practitioners tcm_doctors visits outpatient_emergency_visits
          discharges family_doctor_teams family_doctor_contracted_residents
          family_doctor_contract_rate family_doctor_contract_rate_elderly
          primary_care_share_of_outpatient_emergency_visits internet_hospitals life_expectancy
          maternal_mortality_ratio infant_mortality_rate under5_mortality_rate
          health_literacy_level gross_domestic_product health_expenditure beds_per_1000
          licensed_doctors_per_1000 registered_nurses_per_1000 health_technical_personnel_per_1000
          general_practitioners_per_10000
          """
              .strip()
              .split("\\s+"));

  /** Units that differ in name only. */
  private static final Map<String, String> SAME_UNIT =
      Map.of(
          "percentage_point", "percent",
          "permille_point", "permille",
          "year_duration", "year",
          "ratio", "percent",
          "times", "percent");

  /** Of other units, the nouns of counted things, one may stand for another. */
  private static final Set<String> MEASURES =
      Set.of(
          "percent",
          "permille",
          "per_1000",
          "per_10000",
          "per_100000",
          "per_1000000",
          "year",
          "yuan",
          "yuan_per_person",
          "mu",
          "square_metre",
          "minute",
          "month",
          "day");

  private static final Pattern HALF = Pattern.compile("(\\d{4})h([12])");
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-6");

  /** The annotations of all texts of a folder, by the file names of the texts. */
  static Map<String, List<Annotation>> of(Path folder) throws IOException {
    Map<String, List<Annotation>> all = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> files = Files.list(folder.resolve("gold"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".gold.jsonl")).toList()) {
        List<Annotation> annotations = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          if (!line.isBlank() && !json.readTree(line).hasNonNull("ignore")) {
            annotations.add(new Annotation(json.readTree(line)));
          }
        }
        all.put(file.getFileName().toString().replace(".gold.jsonl", ".txt"), annotations);
      }
    }
    return all;
  }

  /** The id of the indicator; empty if the annotation has none. */
  String indicator() {
    String name = text("indicator_slug");
    return name.isEmpty() ? text("indicator_en_slug") : name;
  }

  /** Whether it is an indicator that most benchmarks rest on. */
  boolean isCore() {
    return CORE.contains(indicator());
  }

  /** Whether a reading is of the annotated number: their places overlap and the values agree. */
  boolean is(Reading reading, int start, int end) {
    return overlaps(start, end) && hasValue(reading);
  }

  /** The attributes that a reading of the number has wrong; the indicator only where it is core. */
  Set<Attribute> faults(Reading reading) {
    Set<Attribute> faults = EnumSet.noneOf(Attribute.class);
    if (isCore() && !indicator().equals(lower(reading.indicator()))) {
      faults.add(Attribute.INDICATOR);
    }
    addIf(!accepted("city_code").contains(lower(reading.cityCode())), Attribute.CITY, faults);
    addIf(!unitIsRight(lower(reading.unit())), Attribute.UNIT, faults);
    addIf(!accepted("bound").contains(reading.bound().id()), Attribute.BOUND, faults);
    addIf(
        !accepted("status").contains(reading.status().id())
            && !Set.of("change", "comparison").contains(text("status")),
        Attribute.STATUS,
        faults);
    addIf(!measureIsRight(reading.measure().id()), Attribute.MEASURE, faults);
    addIf(!scopeIsRight(lower(reading.scope())), Attribute.SCOPE, faults);
    addIf(!periodIsRight(reading), Attribute.PERIOD, faults);
    return faults;
  }

  private static void addIf(boolean wrong, Attribute attribute, Set<Attribute> faults) {
    if (wrong) {
      faults.add(attribute);
    }
  }

  /** Whether it counts: those of the tiers admin and event do not. */
  boolean isStatistic() {
    return gold.path("is_statistic").asBoolean(true)
        && !Set.of("admin", "event").contains(text("tier"));
  }

  /** Whether its place overlaps another, or nearly. */
  boolean overlaps(int start, int end) {
    int from = gold.get("start").asInt();
    String anchor = gold.get("anchor").asText();
    int to = from + anchor.codePointCount(0, anchor.length());
    return start < to + 2 && from < end + 2;
  }

  private boolean hasValue(Reading reading) {
    BigDecimal value = new BigDecimal(gold.get("value").asText());
    BigDecimal tolerance = value.abs().multiply(TOLERANCE).max(TOLERANCE);
    if (value.subtract(reading.value()).abs().compareTo(tolerance) > 0) {
      return false;
    }
    if (!gold.hasNonNull("value_hi")) {
      return true;
    }
    BigDecimal high = reading.valueHigh();
    return high != null
        && new BigDecimal(gold.get("value_hi").asText()).subtract(high).abs().compareTo(tolerance)
            <= 0;
  }

  private boolean unitIsRight(String unit) {
    String mine = SAME_UNIT.getOrDefault(unit, unit);
    Set<String> right = new HashSet<>();
    accepted("unit").forEach(each -> right.add(SAME_UNIT.getOrDefault(each, each)));
    return right.contains(mine)
        || !MEASURES.contains(mine) && Collections.disjoint(right, MEASURES);
  }

  private boolean measureIsRight(String measure) {
    if (!text("measure").isEmpty()) {
      return accepted("measure").contains(measure);
    }
    return text("status").equals("change")
        ? measure.equals("change") || measure.equals("change_rate")
        : measure.equals("level") || measure.equals("new");
  }

  private boolean scopeIsRight(String scope) {
    Set<String> right = new HashSet<>();
    accepted("scope").forEach(each -> right.add(each.split(":")[0]));
    if (text("scope").startsWith("program")) {
      right.add("city");
    }
    return right.contains(scope.isEmpty() ? "city" : scope.split(":")[0]);
  }

  /** The end decides: to the month where the annotation says a month, half or day. */
  private boolean periodIsRight(Reading reading) {
    Set<String> right = accepted("period");
    right.remove("");
    if (right.isEmpty() || right.contains("unknown")) {
      return true;
    }
    String end = reading.periodEnd() == null ? "" : reading.periodEnd().toString();
    for (String period : right) {
      Matcher half = HALF.matcher(period);
      String expected =
          half.matches()
              ? half.group(1) + (half.group(2).equals("1") ? "-06" : "-12")
              : period.substring(period.indexOf('/') + 1);
      if (expected.length() > 7) {
        expected = expected.substring(0, 7);
      }
      if (!end.isEmpty() && end.startsWith(expected)) {
        return true;
      }
    }
    return false;
  }

  /** What an attribute may be, with what {@code …_alt} allows. */
  private Set<String> accepted(String name) {
    Set<String> accepted = new HashSet<>();
    accepted.add(text(name));
    JsonNode other = gold.path(name + "_alt");
    if (other.isArray()) {
      other.forEach(each -> accepted.add(lower(each.asText())));
    } else if (other.isValueNode() && !other.isNull()) {
      accepted.add(lower(other.asText()));
    }
    return accepted;
  }

  private String text(String name) {
    JsonNode value = gold.path(name);
    return value.isMissingNode() || value.isNull() ? "" : lower(value.asText());
  }

  private static String lower(String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }
}
