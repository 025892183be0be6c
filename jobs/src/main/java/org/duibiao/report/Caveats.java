package org.duibiao.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.duibiao.benchmark.BenchmarkRow;
import org.duibiao.benchmark.Figure;
import org.duibiao.model.Polarity;
import org.duibiao.model.SourceClass;

/** What must be known of a figure before it is quoted, as part of the sentence that quotes it. */
final class Caveats {

  /** Said of every figure that it is true of, with its source; nothing to warn of. */
  private static final Set<String> HARMLESS =
      Set.of("transcribed", "date_inferred", "derived", "computed", "plan", "cannot_be_checked");

  private Caveats() {}

  /** Whether it is said with the source, and no reason to be careful. */
  static boolean isHarmless(String flag) {
    return HARMLESS.contains(flag);
  }

  /** Of a comparison: why it is to be used with care, and whether it could be tested. */
  static Text of(Model model, BenchmarkRow row) {
    List<String> flags = new ArrayList<>(View.reasons(row));
    if (row.standing().equals("better") || row.standing().equals("worse")) {
      Model.orEmpty(row.reasons()).stream().filter("no_count_known"::equals).forEach(flags::add);
    }
    Text text = of(model, flags, Comparisons.observations(row));
    return row.comparability().equals("with_care") && !text.isEmpty()
        ? Text.of("须慎用：{}", "with care: {}", text)
        : text;
  }

  /** Of a series with those flags, which say other things of a series than of a figure. */
  static Text trend(Model model, List<String> flags, Collection<String> observationIds) {
    List<Text> parts = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String flag : Model.orEmpty(flags).stream().sorted().distinct().toList()) {
      if (Phrases.has("trend", flag)) {
        parts.add(Phrases.of("trend", flag));
      } else {
        others.add(flag);
      }
    }
    Text rest = of(model, others, observationIds);
    if (!rest.isEmpty()) {
      parts.add(rest);
    }
    return Text.join("；", "; ", parts);
  }

  /** Of figures with those flags. */
  static Text of(Model model, List<String> flags, Collection<String> observationIds) {
    List<Text> parts = new ArrayList<>();
    Model.orEmpty(flags).stream()
        .filter(flag -> !HARMLESS.contains(flag))
        .distinct()
        .sorted()
        .map(Phrases::flag)
        .forEach(parts::add);
    if (observationIds.stream()
        .filter(Objects::nonNull)
        .map(model.figures()::get)
        .filter(Objects::nonNull)
        .map(Figure::sourceClass)
        .anyMatch(SourceClass.UNVERIFIED::equals)) {
      parts.add(Text.plain("有来源未经核实", "a source is not verified"));
    }
    return Text.join("；", "; ", parts.stream().distinct().toList());
  }

  /** Which direction is good, where one is. */
  static Text polarity(Polarity polarity) {
    return polarity == Polarity.NONE
        ? Text.EMPTY
        : Text.of("（{}）", " ({})", Phrases.of("polarity_short", polarity.id()));
  }
}
