package org.duibiao.prose.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.model.Area;
import org.duibiao.model.Unit;
import org.duibiao.model.code.AreaLevel;

/**
 * The catalogue as a reader of sentences needs it: every list of words ready to be looked for. It
 * is made once of a catalogue, for all documents.
 */
final class CatalogueVocabulary {

  private static final Pattern NAMES = Pattern.compile("<([A-Z_]+)>");

  private static final Map<String, CatalogueVocabulary> CACHE = new ConcurrentHashMap<>();

  private static final Set<String> MEASURES =
      Set.of("year", "yuan", "yuan_per_person", "times", "minute", "month", "day");

  /** Terms that are one without fillers, and mean different things. */
  private static final Meaning AMBIGUOUS = new Meaning(null, null, null, List.of(), "");

  private final Catalogue catalogue;
  final Map<WordClass, WordList> lists = new EnumMap<>(WordClass.class);

  /** The printed forms of units and counters. */
  final WordList units;

  /** The forms that measure, and do not count: %, 岁, 元. */
  final Set<String> measurementUnits = new HashSet<>();

  final WordList areaNames;
  final Map<String, Area> areas = new HashMap<>();
  private final Map<String, Meaning> withoutFillers = new HashMap<>();
  private final Map<String, List<String>> byEnding;

  /** The names of indicators. */
  final WordList indicators;

  final DenominatorPhrases denominators;
  private final WordList districtNames;
  private final Map<String, List<Area>> districts;
  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  static CatalogueVocabulary of(Catalogue catalogue) {
    return CACHE.computeIfAbsent(catalogue.sha256(), sha -> new CatalogueVocabulary(catalogue));
  }

  private CatalogueVocabulary(Catalogue catalogue) {
    this.catalogue = catalogue;
    for (WordClass role : WordClass.values()) {
      lists.put(role, new WordList(catalogue.lexicon().words(role)));
    }
    List<String> forms = new ArrayList<>(catalogue.lexicon().words(WordClass.COUNTER));
    for (Unit unit : catalogue.units()) {
      forms.addAll(unit.forms());
      if (unit.dimension().equals("proportion") || MEASURES.contains(unit.id())) {
        measurementUnits.addAll(unit.forms());
      }
    }
    forms.removeIf(form -> form.isBlank() || startsInside(form));
    this.units = new WordList(forms);
    for (Area area : catalogue.areas()) {
      if (area.level() != AreaLevel.COUNTY && area.level() != AreaLevel.NATION) {
        areas.putIfAbsent(area.zh(), area);
        area.aliases().forEach(alias -> areas.putIfAbsent(alias, area));
      }
    }
    areas.keySet().removeIf(name -> name.length() < 2 || !Characters.isChinese(name.charAt(0)));
    this.areaNames = new WordList(areas.keySet());
    List<String> terms =
        catalogue.meanings().keySet().stream()
            .filter(term -> term.length() > 1)
            .filter(term -> Characters.isChinese(term.charAt(0)) || term.indexOf('岁') > 0)
            .toList();
    for (String term : terms) {
      withoutFillers.merge(
          withoutFillers(term), catalogue.meanings().get(term), CatalogueVocabulary::common);
    }
    this.byEnding = terms.stream().collect(Collectors.groupingBy(CatalogueVocabulary::ending));
    this.indicators = new WordList(terms);
    this.denominators = new DenominatorPhrases(catalogue.lexicon());
    this.districts = catalogue.districts().stream().collect(Collectors.groupingBy(Area::zh));
    districts.values().removeIf(namesakes -> namesakes.size() > 1);
    this.districtNames = new WordList(districts.keySet());
  }

  private static Meaning common(Meaning one, Meaning other) {
    boolean same =
        one != AMBIGUOUS
            && one.indicator().id().equals(other.indicator().id())
            && one.measure() == other.measure();
    return same ? one : AMBIGUOUS;
  }

  /** Whether a form is a counter with its noun, such as 张床位: the noun is read as a noun. */
  private boolean startsInside(String form) {
    return form.length() == 2 && form.endsWith("床")
        || IntStream.range(1, form.length() - 1)
            .filter(i -> catalogue.meaning(form.substring(i)).isPresent())
            .anyMatch(i -> !catalogue.unitsOf(form.substring(0, i)).isEmpty());
  }

  private static String ending(String term) {
    return term.substring(Math.max(0, term.length() - 2));
  }

  /** The district that a text names, if no other city has one of that name; else null. */
  Area soleDistrict(String text) {
    int at = districtNames.firstIndex(text, 0, text.length());
    return at < 0 ? null : districts.get(districtNames.at(text, at)).get(0);
  }

  /** A pattern in which names of classes stand for their words. */
  Pattern pattern(String template) {
    Pattern known = patterns.get(template);
    return known != null
        ? known
        : patterns.computeIfAbsent(
            template,
            t -> Pattern.compile(NAMES.matcher(t).replaceAll(name -> expanded(name.group(1)))));
  }

  private String expanded(String name) {
    String characters = Characters.REGEX.get(name);
    return Matcher.quoteReplacement(
        characters == null
            ? DenominatorPhrases.any(catalogue.lexicon().words(WordClass.valueOf(name)))
            : characters);
  }

  /** The term without the words in which two terms for one thing may differ. */
  String withoutFillers(String term) {
    String loose = term;
    for (String filler : catalogue.lexicon().words(WordClass.FILLER)) {
      loose = loose.replace(filler, "");
    }
    return loose.length() < 2 ? term : loose;
  }

  /** What a term means but for fillers; null if nothing, or several things. */
  Meaning meaningWithoutFillers(String term) {
    Meaning meaning = withoutFillers.get(withoutFillers(term));
    return meaning == AMBIGUOUS ? null : meaning;
  }

  /** The same of a noun in a sentence. */
  Meaning meaningInSentence(String term) {
    Meaning meaning = meaningWithoutFillers(term);
    if (meaning == null) {
      return null;
    }
    // 技术人员 may be of any sector: 卫生 is no filler if nothing else says it.
    WordList health = lists.get(WordClass.SECTOR_HEALTH);
    return health.occursIn(meaning.alias()) && !health.occursIn(term) ? null : meaning;
  }

  /** The terms that end like one. */
  List<String> termsEndingLike(String term) {
    return byEnding.getOrDefault(ending(term), List.of());
  }
}
