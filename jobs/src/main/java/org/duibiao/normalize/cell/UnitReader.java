package org.duibiao.normalize.cell;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Indicator;
import org.duibiao.model.Unit;

/**
 * Reads a printed unit: 万人 is persons, ten thousand of them.
 *
 * <p>Not safe for use by several threads.
 */
public final class UnitReader {

  /** The multipliers with their powers of ten, the longest and largest first. */
  private static final Map<String, BigDecimal> MULTIPLIERS = new LinkedHashMap<>();

  static {
    String[] words = {"万亿", "千亿", "百亿", "十亿", "亿", "千万", "百万", "十万", "万", "千", "百", "十"};
    for (int i = 0; i < words.length; i++) {
      MULTIPLIERS.put(words[i], BigDecimal.TEN.pow(words.length - i));
    }
  }

  /** Behind a unit in English. */
  private static final Map<String, BigDecimal> ENGLISH_MULTIPLIERS =
      Map.of(
          "th", BigDecimal.valueOf(1_000),
          "mn", BigDecimal.valueOf(1_000_000),
          "bn", BigDecimal.valueOf(1_000_000_000));

  private static final Pattern LABEL = Pattern.compile("^(?:计量)?单位:?");
  private static final String BRACKETS = "()[]{}【】〔〕《》";

  private final Catalogue catalogue;
  private final Map<String, List<Unit>> english = new HashMap<>();

  /** A reader by the units of a catalogue. */
  public UnitReader(Catalogue catalogue) {
    this.catalogue = catalogue;
    for (Unit unit : catalogue.units()) {
      Stream.of(unit.en(), unit.enPlural())
          .map(Terms::key)
          .distinct()
          .forEach(name -> english.computeIfAbsent(name, key -> new ArrayList<>()).add(unit));
    }
    english.put("unit", catalogue.unitsOf("个"));
    english.put("units", catalogue.unitsOf("个"));
  }

  /**
   * A printed unit.
   *
   * @param form what is left without the multiplier, as the catalogue lists it
   * @param factor the multiplier; one if there is none
   * @param units what the form can mean; none if the catalogue does not know it
   */
  public record PrintedUnit(String form, BigDecimal factor, List<Unit> units) {

    /** Whether the catalogue knows it. */
    public boolean isKnown() {
      return !units.isEmpty();
    }

    /** Whether it has a multiplier. */
    public boolean isMultiplied() {
      return factor.compareTo(BigDecimal.ONE) != 0;
    }
  }

  /** A blank text is null. */
  public PrintedUnit read(String text) {
    if (text == null) {
      return null;
    }
    String form = form(text);
    if (form.isEmpty()) {
      return null;
    }
    PrintedUnit whole = known(form);
    if (whole == null) {
      String simplified = form.replace('萬', '万').replace('億', '亿');
      whole = simplified.equals(form) ? null : known(simplified);
    }
    return whole == null ? new PrintedUnit(form, BigDecimal.ONE, List.of()) : whole;
  }

  /** A form of the catalogue, perhaps after a multiplier, or a multiplier alone; null otherwise. */
  private PrintedUnit known(String form) {
    List<Unit> units = unitsOf(form);
    if (!units.isEmpty()) {
      return new PrintedUnit(form, BigDecimal.ONE, units);
    }
    String inWords = form.replaceFirst("^1(?:0000|[Ee]4)", "万").replaceFirst("^1[Ee]8", "亿");
    if (!inWords.equals(form)) {
      return known(inWords);
    }
    return multiplied(form)
        .map(unit -> new PrintedUnit(unit.form(), unit.factor(), unitsOf(unit.form())))
        .filter(unit -> unit.form().isEmpty() || unit.isKnown())
        .findFirst()
        .orElse(null);
  }

  /** The ways to part a form into a multiplier and the rest. */
  private static Stream<PrintedUnit> multiplied(String form) {
    return Stream.concat(
        MULTIPLIERS.entrySet().stream()
            .filter(each -> form.startsWith(each.getKey()))
            .map(each -> multiplied(form.substring(each.getKey().length()), each.getValue())),
        ENGLISH_MULTIPLIERS.entrySet().stream()
            .filter(each -> form.endsWith(each.getKey()) && form.length() > each.getKey().length())
            .map(
                each ->
                    multiplied(
                        form.substring(0, form.length() - each.getKey().length()),
                        each.getValue())));
  }

  private static PrintedUnit multiplied(String rest, BigDecimal factor) {
    return new PrintedUnit(rest, factor, List.of());
  }

  /** The units of a form in either language. */
  private List<Unit> unitsOf(String form) {
    List<Unit> units = catalogue.unitsOf(form);
    return units.isEmpty() ? english.getOrDefault(Terms.key(form), List.of()) : units;
  }

  /**
   * The unit without what stands around it: {@code （单位：万人）} is 万人. Punctuation at its end stays:
   * {@code %。} is how a scanner reads ‰.
   */
  private static String form(String text) {
    String form = Terms.visible(Normalizer.normalize(text, Normalizer.Form.NFKC));
    String before;
    do {
      before = form;
      form = bare(form);
    } while (!form.equals(before));
    return form;
  }

  private static String bare(String form) {
    String rest = LABEL.matcher(form).replaceFirst("");
    int last = rest.length() - 1;
    boolean bracketed =
        last > 0 && BRACKETS.indexOf(rest.charAt(0) + "" + rest.charAt(last)) % 2 == 0;
    return bracketed ? rest.substring(1, last) : rest;
  }

  /**
   * By what a printed figure is multiplied to be in the indicator's unit; null if the unit
   * contradicts the indicator, or is known neither to the catalogue nor to the indicator.
   */
  static BigDecimal factor(PrintedUnit printed, Indicator indicator) {
    BigDecimal ofForm = factorOfForm(printed, indicator.printedUnits());
    return ofForm != null ? ofForm : factor(printed, indicator.unit());
  }

  /** By what a printed figure is multiplied to be in that unit; null if it cannot be. */
  static BigDecimal factor(PrintedUnit printed, Unit target) {
    if (printed.units().stream().anyMatch(unit -> unit.id().equals(target.id()))) {
      return printed.factor();
    }
    return printed.units().stream()
        .filter(unit -> unit.dimension().equals(target.dimension()))
        .findFirst()
        .map(
            unit ->
                printed
                    .factor()
                    .multiply(BigDecimal.valueOf(target.per()))
                    .divide(BigDecimal.valueOf(unit.per())))
        .orElse(null);
  }

  /** The forms that an indicator alone accepts, such as 元/人次, need not be in the catalogue. */
  private static BigDecimal factorOfForm(PrintedUnit printed, List<String> forms) {
    if (forms.contains(printed.form())) {
      return printed.factor();
    }
    return printed.isKnown() || printed.isMultiplied()
        ? null
        : multiplied(printed.form())
            .filter(each -> forms.contains(each.form()))
            .findFirst()
            .map(PrintedUnit::factor)
            .orElse(null);
  }
}
