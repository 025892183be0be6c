package org.duibiao.prose.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;

/** The words of the catalogue, and of the area that one document is about. */
public final class DocumentVocabulary {

  /** What may stand before a noun and is no part of it. */
  private static final WordClass[] BEFORE_NOUN = {
    WordClass.LEAD_VERB, WordClass.NATION, WordClass.PROVINCE
  };

  private static final String ALL_INSTITUTIONS = "medical_institutions";

  private final Catalogue catalogue;
  private final CatalogueVocabulary words;

  // Those of the city that is read about.
  private Area ownArea;
  private WordList ownAreaWords;
  private WordList wholes;
  private WordList otherAreas;
  private WordList districtNames = new WordList(List.of());
  private Area surroundingArea;
  private final Map<String, String> districts = new HashMap<>();

  public DocumentVocabulary(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.words = CatalogueVocabulary.of(catalogue);
    this.ownAreaWords = list(WordClass.SELF);
    useProvinceWords(list(WordClass.PROVINCE));
  }

  /** The nation; null if the catalogue does not have it. */
  public Area nation() {
    return catalogue.areaByCode("000000").orElse(null);
  }

  /** Whether a text speaks of the whole nation. */
  public boolean mentionsNation(String text) {
    return list(WordClass.NATION).occursIn(text) || list(WordClass.NATION_SAYS).occursIn(text);
  }

  /** The city around a district that is read about; null for other areas. */
  public Area surroundingArea() {
    return surroundingArea;
  }

  private void useProvinceWords(WordList said) {
    wholes = list(WordClass.NATION).or(said);
    otherAreas = areaNames().or(wholes);
  }

  /** The words for the nation and the province. */
  public WordList wholes() {
    return wholes;
  }

  /** The nation or the province that one of its words names; null if it is not known. */
  public Area areaOfWhole(String word) {
    Area area = list(WordClass.NATION).starts(word) ? nation() : ownArea;
    while (area != null && area.level() != AreaLevel.PROVINCE && area.level() != AreaLevel.NATION) {
      area = area.parent() == null ? null : catalogue.areaByCode(area.parent()).orElse(null);
    }
    return area;
  }

  /** The names of areas, and the words for the nation and the province. */
  public WordList otherAreas() {
    return otherAreas;
  }

  /** The words for the area that is read about: 全市, or 全县. */
  public WordList ownAreaWords() {
    return ownAreaWords;
  }

  /** Takes the names of a city's districts: 黄岛区, and 黄岛 for short. */
  public void localizeTo(Area city) {
    ownArea = city;
    districts.clear();
    List<String> own = new ArrayList<>(catalogue.lexicon().words(WordClass.SELF));
    char kind = city.zh().charAt(city.zh().length() - 1);
    boolean part = city.level() == AreaLevel.COUNTY && "区县旗".indexOf(kind) >= 0;
    if (part) {
      // 全市, in a text of a district, is the city around it.
      own.removeIf(word -> word.endsWith("市"));
      own.add(city.zh());
      own.add(city.zh().substring(0, city.zh().length() - 1));
    }
    if ("省区县州盟旗".indexOf(kind) >= 0) {
      List.of("全", "我", "本").forEach(head -> own.add(head + kind));
    }
    ownAreaWords = new WordList(own);
    Area parent = city.parent() == null ? null : catalogue.areaByCode(city.parent()).orElse(null);
    surroundingArea = part ? parent : null;
    List<String> whole = new ArrayList<>(catalogue.lexicon().words(WordClass.PROVINCE));
    if (parent != null && parent.zh().endsWith("自治区")) {
      whole.addAll(List.of("全区", "我区"));
    }
    useProvinceWords(new WordList(whole));
    for (Area district : catalogue.districts(city.code())) {
      String name = district.zh();
      districts.put(name, name);
      String brief = name.substring(0, name.length() - 1);
      boolean plain =
          brief.length() == 2
              && "区县市旗".indexOf(name.charAt(2)) >= 0
              && !list(WordClass.COMMON_AREA).starts(brief)
              && !list(WordClass.URBAN_CORE).starts(brief)
              && area(brief) == null
              && "市城郊新".indexOf(brief.charAt(0)) < 0;
      if (plain) {
        districts.putIfAbsent(brief, name);
      }
    }
    districtNames = new WordList(districts.keySet());
  }

  /** The names of the districts of the city that is read about, long and short. */
  public WordList districtNames() {
    return districtNames;
  }

  /**
   * The name of a district of the city, or of an area, that starts at a place; null if none does.
   */
  public String placeAt(String text, int at) {
    String district = districtNames.at(text, at);
    return district == null ? areaNames().at(text, at) : district;
  }

  /** The full name of a district. */
  public String fullDistrictName(String name) {
    return districts.get(name);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public WordList list(WordClass role) {
    return words.lists.get(role);
  }

  /**
   * Whether a pattern fits at a place of a text. It may look at what stands before the place;
   * {@code <LINK>} stands for the words of that class, {@code <HAN>}, {@code <NUMERAL>} and {@code
   * <BOUNDARY>} for the classes of {@link Characters}.
   */
  public boolean fits(String pattern, String text, int at) {
    return at(pattern, text, at) != null;
  }

  /** What of a text fits a pattern at a place, or null. */
  public String at(String pattern, String text, int at) {
    if (at < 0 || at > text.length()) {
      return null;
    }
    Matcher fit = matcher(pattern, text, at, text.length());
    return fit.lookingAt() ? fit.group() : null;
  }

  /** The word at a place of the first of some classes that has one there, or null. */
  public String firstAt(String text, int at, WordClass... roles) {
    String word = null;
    for (int i = 0; word == null && i < roles.length; i++) {
      word = list(roles[i]).at(text, at);
    }
    return word;
  }

  /** A search for a pattern between two places of a text. */
  public Matcher matcher(String pattern, String text, int from, int to) {
    Matcher search = words.pattern(pattern).matcher(text).region(from, to);
    return search.useTransparentBounds(true).useAnchoringBounds(false);
  }

  /** The printed forms of units and counters. */
  public WordList units() {
    return words.units;
  }

  /** Whether a form measures, and does not count: %, 岁, 元. */
  public boolean isMeasurementUnit(String form) {
    return words.measurementUnits.contains(form);
  }

  public WordList areaNames() {
    return words.areaNames;
  }

  public Area area(String name) {
    return words.areas.get(name);
  }

  /** The district that a text names, if no other city has one of that name; else null. */
  public Area soleDistrict(String text) {
    return words.soleDistrict(text);
  }

  /** The denominators of rates. */
  public DenominatorPhrases denominators() {
    return words.denominators;
  }

  /** The names of indicators. */
  public WordList indicators() {
    return words.indicators;
  }

  /**
   * What a noun phrase means by the catalogue, or null: as it stands, without what is no part of
   * it, without fillers, or completed by a word that stands before it in the paragraph.
   *
   * @param context the text before it, in which the missing part must stand
   */
  public Meaning meaning(String phrase, String context) {
    List<String> shapes = shapes(Terms.key(phrase));
    List<Function<String, Meaning>> ways =
        List.of(
            catalogue.meanings()::get,
            shape -> shape.length() < 2 ? null : words.meaningInSentence(shape),
            shape -> completed(shape, context));
    Meaning meaning = null;
    for (int i = 0; i < ways.size() * shapes.size() && meaning == null; i++) {
      meaning = ways.get(i / shapes.size()).apply(shapes.get(i % shapes.size()));
    }
    return meaning;
  }

  /** A term without the words in which two terms for one thing may differ. */
  public String withoutFillers(String term) {
    return words.withoutFillers(term);
  }

  /** What a term means but for fillers; null if nothing, or several things. */
  public Meaning meaningWithoutFillers(String term) {
    return words.meaningWithoutFillers(term);
  }

  /** Whether a phrase means something by itself. */
  public boolean isKnown(String phrase) {
    return meaning(phrase, "") != null;
  }

  /** The term without leading words and counting suffixes, the longest first. */
  private List<String> shapes(String term) {
    List<String> heads = new ArrayList<>(List.of(term));
    String head = term;
    for (String lead = lead(head);
        lead != null && lead.length() < head.length();
        lead = lead(head)) {
      head = head.substring(lead.length());
      heads.add(head);
    }
    heads.addAll(withoutHeading(term));
    return heads.stream().flatMap(each -> Stream.of(each, withoutSuffix(each))).toList();
  }

  private String lead(String phrase) {
    String lead = leadingWord(phrase);
    return lead == null ? firstAt(phrase, 0, BEFORE_NOUN) : lead;
  }

  /** A phrase without the word that says that it counts; the phrase itself without one. */
  private String withoutSuffix(String phrase) {
    String suffix = list(WordClass.SUFFIX).before(phrase, phrase.length(), 2);
    return suffix == null ? phrase : phrase.substring(0, phrase.length() - suffix.length());
  }

  /**
   * The last term of a phrase that a heading or the city runs into: 死亡率全市孕产妇死亡率 → 孕产妇死亡率. What an
   * institution has is not the city's: 敬老院床位.
   */
  private List<String> withoutHeading(String phrase) {
    return IntStream.range(2, Math.max(2, phrase.length() - 1))
        .filter(
            i ->
                list(WordClass.SELF).isBefore(phrase, i, 0)
                    || indicators().isBefore(phrase, i, 0)
                        && !endsInInstitution(phrase.substring(0, i)))
        .mapToObj(phrase::substring)
        .filter(catalogue.meanings()::containsKey)
        .limit(1)
        .toList();
  }

  /** A word at the head of a phrase that is no part of the term, or null. */
  public String leadingWord(String phrase) {
    if (fits("其[他它余]", phrase, 0) && !ownAreaWords.starts(phrase)) {
      // 其他机构 are those that are left.
      return null;
    }
    String word = ownAreaWords.at(phrase, 0);
    word = word == null ? list(WordClass.LEAD).at(phrase, 0) : word;
    String link = word == null ? list(WordClass.LINK).at(phrase, 0) : null;
    // 计 links, but 计划床位 begins with a noun.
    word = link == null || link.length() == 1 && "为是有共达约占".indexOf(link) < 0 ? word : link;
    if (word != null) {
      // 设 leads, but 设置 is one word.
      String verb = list(WordClass.LEAD_VERB).at(phrase, 0);
      return verb != null && verb.length() > word.length() ? verb : word;
    }
    String area = areaNames().at(phrase, 0);
    String name = area == null ? districtNames.at(phrase, 0) : area;
    return name == null ? at("的", phrase, 0) : name;
  }

  /** Whether institutions are all of the area: 各类医疗卫生机构. */
  public boolean isAllInstitutions(String phrase) {
    Meaning meaning = meaning(phrase, "");
    return meaning != null && meaning.indicator().id().equals(ALL_INSTITUTIONS);
  }

  /** Whether a phrase says whose what is counted is: 卫生院床位. */
  private boolean namesOwner(String phrase) {
    int had = list(WordClass.RESOURCE).firstIndex(phrase, 1, phrase.length());
    return had > 0 && endsInInstitution(phrase.substring(0, had));
  }

  /** Whether a noun calls institutions by their kind, perhaps with brackets: 防治院(所、站). */
  public boolean endsInInstitution(String noun) {
    String plain = noun.indexOf('(') < 0 ? noun : noun.replaceAll("\\([^()]*\\)", "");
    return list(WordClass.INSTITUTION_KIND).ends(plain);
  }

  /** Whether a noun is of any sector: 单位, 人员. */
  public boolean isBareHead(String phrase) {
    String head = withoutSuffix(phrase);
    return head.equals(list(WordClass.BARE_HEAD).at(head, 0));
  }

  /** A phrase without the words before its noun. */
  public String withoutLeads(String phrase) {
    String lead = leadingWord(phrase);
    return lead == null || lead.length() == phrase.length()
        ? phrase
        : withoutLeads(phrase.substring(lead.length()));
  }

  /** A term with one part left out that was said before: 签约率 after 家庭医生. */
  private Meaning completed(String term, String context) {
    if (term.length() < 2 || context.isEmpty() || isBareHead(term) || namesOwner(term)) {
      return null;
    }
    Meaning found = null;
    for (String whole : words.termsEndingLike(term)) {
      int missing = whole.length() - term.length();
      if (missing < 2) {
        continue;
      }
      int same = 0;
      while (same < term.length() && whole.charAt(same) == term.charAt(same)) {
        same++;
      }
      boolean rest = whole.regionMatches(same + missing, term, same, term.length() - same);
      if (rest && context.contains(whole.substring(same, same + missing))) {
        Meaning meaning = catalogue.meanings().get(whole);
        if (found != null && !found.indicator().id().equals(meaning.indicator().id())) {
          return null;
        }
        found = meaning;
      }
    }
    return found;
  }
}
