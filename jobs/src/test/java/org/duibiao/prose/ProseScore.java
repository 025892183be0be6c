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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.model.code.ReadingKind;
import org.duibiao.tables.Reading;

/**
 * How well texts were read, beside the annotations that {@code data/examples/README.md} describes.
 * A reading is the annotated number if their places overlap, or nearly, and the values agree.
 * Annotations of the tiers admin and event count neither way.
 *
 * @param statistics annotated statistics
 * @param found those that became an observation or a candidate
 * @param exact those found of which city, unit, bound, status, measure, scope and period are right
 * @param core annotated statistics of the indicators in {@link #CORE}
 * @param placed those of them that are exact, and observations of their indicator
 * @param observations all observations
 * @param wrong observations that are no annotated statistic
 * @param candidates all candidates
 * @param noise candidates that are no annotated statistic
 */
record ProseScore(
    int statistics,
    int found,
    int exact,
    int core,
    int placed,
    int observations,
    int wrong,
    int candidates,
    int noise) {

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

  private static final Pattern LOCATOR = Pattern.compile("char:(\\d+)-(\\d+)");
  private static final Pattern HALF = Pattern.compile("(\\d{4})h([12])");
  private static final BigDecimal TOLERANCE = new BigDecimal("1e-6");

  private record Found(int start, int end, Reading reading) {

    boolean is(ReadingKind kind) {
      return reading.kind() == kind;
    }
  }

  double foundShare() {
    return share(found, statistics);
  }

  double exactShare() {
    return share(exact, statistics);
  }

  double placedShare() {
    return share(placed, core);
  }

  double wrongShare() {
    return share(wrong, observations);
  }

  double noiseShare() {
    return share(noise, candidates);
  }

  private static double share(int of, int all) {
    return all == 0 ? 0 : (double) of / all;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "found %.3f  exact %.3f  placed %.3f  false %d of %d observations  noise %d of %d"
            + " candidates",
        foundShare(),
        exactShare(),
        placedShare(),
        wrong,
        observations,
        noise,
        candidates);
  }

  private ProseScore plus(ProseScore other) {
    return new ProseScore(
        statistics + other.statistics,
        found + other.found,
        exact + other.exact,
        core + other.core,
        placed + other.placed,
        observations + other.observations,
        wrong + other.wrong,
        candidates + other.candidates,
        noise + other.noise);
  }

  /** The score of all annotated texts of a folder; {@code gold} in it holds the annotations. */
  static ProseScore of(Path folder) throws IOException {
    Map<String, List<Reading>> readings = CorpusReader.read(folder, CorpusReader.catalogue());
    ProseScore score = new ProseScore(0, 0, 0, 0, 0, 0, 0, 0, 0);
    try (Stream<Path> files = Files.list(folder.resolve("gold"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".gold.jsonl")).sorted().toList()) {
        String text = file.getFileName().toString().replace(".gold.jsonl", ".txt");
        score = score.plus(of(annotations(file), readings.getOrDefault(text, List.of())));
      }
    }
    return score;
  }

  private static List<JsonNode> annotations(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> annotations = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      if (!line.isBlank() && !json.readTree(line).hasNonNull("ignore")) {
        annotations.add(json.readTree(line));
      }
    }
    return annotations;
  }

  private static ProseScore of(List<JsonNode> annotations, List<Reading> readings) {
    List<Found> all = new ArrayList<>();
    for (Reading reading : readings) {
      Matcher place = LOCATOR.matcher(reading.locator());
      if (reading.kind() != ReadingKind.REJECT && place.lookingAt()) {
        all.add(
            new Found(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)), reading));
      }
    }
    int statistics = 0;
    int found = 0;
    int exact = 0;
    int core = 0;
    int placed = 0;
    Set<Found> explained = new HashSet<>();
    for (JsonNode gold : annotations) {
      if (!isStatistic(gold)) {
        all.stream().filter(each -> overlap(gold, each)).forEach(explained::add);
        continue;
      }
      String indicator = text(gold, "indicator_slug");
      boolean isCore = CORE.contains(indicator);
      statistics++;
      core += isCore ? 1 : 0;
      List<Found> hits =
          all.stream().filter(each -> overlap(gold, each) && sameValue(gold, each)).toList();
      if (hits.isEmpty()) {
        continue;
      }
      explained.addAll(hits);
      found++;
      Found best =
          Collections.max(
              hits,
              Comparator.comparing(
                      (Found each) -> indicator.equals(lower(each.reading().indicator())))
                  .thenComparing(
                      each -> text(gold, "city_code").equals(lower(each.reading().cityCode()))));
      if (isExact(gold, best.reading())) {
        exact++;
        if (isCore
            && best.is(ReadingKind.OBSERVATION)
            && indicator.equals(lower(best.reading().indicator()))) {
          placed++;
        }
      }
    }
    List<Found> loose = all.stream().filter(each -> !explained.contains(each)).toList();
    return new ProseScore(
        statistics,
        found,
        exact,
        core,
        placed,
        count(all, ReadingKind.OBSERVATION),
        count(loose, ReadingKind.OBSERVATION),
        count(all, ReadingKind.CANDIDATE),
        count(loose, ReadingKind.CANDIDATE));
  }

  private static int count(List<Found> found, ReadingKind kind) {
    return (int) found.stream().filter(each -> each.is(kind)).count();
  }

  private static boolean isStatistic(JsonNode gold) {
    return gold.path("is_statistic").asBoolean(true)
        && !Set.of("admin", "event").contains(text(gold, "tier"));
  }

  private static boolean overlap(JsonNode gold, Found found) {
    int start = gold.get("start").asInt();
    String anchor = gold.get("anchor").asText();
    int end = start + anchor.codePointCount(0, anchor.length());
    return found.start() < end + 2 && start < found.end() + 2;
  }

  private static boolean sameValue(JsonNode gold, Found found) {
    BigDecimal value = new BigDecimal(gold.get("value").asText());
    BigDecimal tolerance = value.abs().multiply(TOLERANCE).max(TOLERANCE);
    if (value.subtract(found.reading().value()).abs().compareTo(tolerance) > 0) {
      return false;
    }
    if (!gold.hasNonNull("value_hi")) {
      return true;
    }
    BigDecimal high = found.reading().valueHigh();
    return high != null
        && new BigDecimal(gold.get("value_hi").asText()).subtract(high).abs().compareTo(tolerance)
            <= 0;
  }

  private static boolean isExact(JsonNode gold, Reading reading) {
    return accepted(gold, "city_code").contains(lower(reading.cityCode()))
        && unitIsRight(gold, lower(reading.unit()))
        && accepted(gold, "bound").contains(reading.bound().id())
        && (accepted(gold, "status").contains(reading.status().id())
            || Set.of("change", "comparison").contains(text(gold, "status")))
        && measureIsRight(gold, reading.measure().id())
        && scopeIsRight(gold, lower(reading.scope()))
        && periodIsRight(gold, reading);
  }

  private static boolean unitIsRight(JsonNode gold, String unit) {
    String mine = SAME_UNIT.getOrDefault(unit, unit);
    Set<String> right = new HashSet<>();
    accepted(gold, "unit").forEach(each -> right.add(SAME_UNIT.getOrDefault(each, each)));
    return right.contains(mine)
        || !MEASURES.contains(mine) && Collections.disjoint(right, MEASURES);
  }

  private static boolean measureIsRight(JsonNode gold, String measure) {
    if (!text(gold, "measure").isEmpty()) {
      return accepted(gold, "measure").contains(measure);
    }
    return text(gold, "status").equals("change")
        ? measure.equals("change") || measure.equals("change_rate")
        : measure.equals("level") || measure.equals("new");
  }

  private static boolean scopeIsRight(JsonNode gold, String scope) {
    Set<String> right = new HashSet<>();
    accepted(gold, "scope").forEach(each -> right.add(each.split(":")[0]));
    if (text(gold, "scope").startsWith("program")) {
      right.add("city");
    }
    return right.contains(scope.isEmpty() ? "city" : scope.split(":")[0]);
  }

  /** The end decides: to the month where the annotation says a month, half or day. */
  private static boolean periodIsRight(JsonNode gold, Reading reading) {
    Set<String> right = accepted(gold, "period");
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
  private static Set<String> accepted(JsonNode gold, String name) {
    Set<String> accepted = new HashSet<>();
    accepted.add(text(gold, name));
    JsonNode other = gold.path(name + "_alt");
    if (other.isArray()) {
      other.forEach(each -> accepted.add(lower(each.asText())));
    } else if (other.isValueNode() && !other.isNull()) {
      accepted.add(lower(other.asText()));
    }
    return accepted;
  }

  private static String text(JsonNode gold, String name) {
    JsonNode value = gold.path(name);
    return value.isMissingNode() || value.isNull() ? "" : lower(value.asText());
  }

  private static String lower(String text) {
    return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
  }
}
