package org.duibiao.prose.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Lexicon.WordClass;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.Area;
import org.duibiao.model.code.AreaLevel;

/** The words of the catalogue, and of the area that one document is about. */
public final class DocumentVocabulary {

  /** What may stand before a noun and is not part of it. */
  private static final List<WordClass> AREAS_AND_VERBS =
      List.of(WordClass.LEAD_VERB, WordClass.NATION, WordClass.PROVINCE);

  private static final String ALL_INSTITUTIONS = "medical_institutions";

  private final Catalogue catalogue;
  private final CatalogueVocabulary words;

  // Those of the city that is read about.
  private WordList ownAreaWords;
  private WordList provinceWords;
  private WordList districtNames = new WordList(List.of());
  private Area surroundingArea;
  private final Map<String, String> districts = new HashMap<>();

  public DocumentVocabulary(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.words = CatalogueVocabulary.of(catalogue);
    this.ownAreaWords = list(WordClass.SELF);
    this.provinceWords = list(WordClass.PROVINCE);
  }

  /** The nation; null if the catalogue does not have it. */
  public Area nation() {
    return catalogue.areaByCode("000000").orElse(null);
  }

  /** The province that an area is in or is; null if the catalogue does not say. */
  public Area provinceOf(Area own) {
    Area area = own;
    while (area != null && area.level() != AreaLevel.PROVINCE && area.level() != AreaLevel.NATION) {
      area = area.parent() == null ? null : catalogue.areaByCode(area.parent()).orElse(null);
    }
    return area;
  }

  /** Whether a text speaks of the whole nation. */
  public boolean mentionsNation(String text) {
    return text != null
        && (list(WordClass.NATION).occursIn(text) || list(WordClass.NATION_SAYS).occursIn(text));
  }

  /** The city around a district that is read about; null for other areas. */
  public Area surroundingArea() {
    return surroundingArea;
  }

  /** The words for the province: 全省, and 全区 in an autonomous region. */
  public WordList provinceWords() {
    return provinceWords;
  }

  /** The words for the area that is read about: 全市, or 全县. */
  public WordList ownAreaWords() {
    return ownAreaWords;
  }

  /** Takes the names of a city's districts: 黄岛区, and 黄岛 for short. */
  public void localizeTo(Area city) {
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
    provinceWords = list(WordClass.PROVINCE);
    Area parent = city.parent() == null ? null : catalogue.areaByCode(city.parent()).orElse(null);
    surroundingArea = part ? parent : null;
    if (parent != null && parent.zh().endsWith("自治区")) {
      List<String> whole = new ArrayList<>(catalogue.lexicon().words(WordClass.PROVINCE));
      whole.add("全区");
      whole.add("我区");
      provinceWords = new WordList(whole);
    }
    WordList common = list(WordClass.COMMON_AREA);
    WordList core = list(WordClass.URBAN_CORE);
    for (Area district : catalogue.districts(city.code())) {
      String name = district.zh();
      districts.put(name, name);
      String brief = name.substring(0, name.length() - 1);
      boolean plain =
          brief.length() == 2
              && "区县市旗".indexOf(name.charAt(2)) >= 0
              && common.at(brief, 0) == null
              && core.at(brief, 0) == null
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
    return words.list(role);
  }

  /**
   * Whether a pattern fits at a place of a text. It may look at what stands before the place;
   * {@code <LINK>} stands for the words of that class, {@code <HAN>}, {@code <NUMERAL>} and {@code
   * <BOUNDARY>} for the classes of {@link Characters}.
   */
  public boolean fits(String pattern, String text, int at) {
    return at >= 0
        && at <= text.length()
        && words
            .pattern(pattern)
            .matcher(text)
            .region(at, text.length())
            .useTransparentBounds(true)
            .useAnchoringBounds(false)
            .lookingAt();
  }

  /** The word that a phrase starts with, of the first class that has one; null if none has. */
  public String firstAt(String phrase, List<WordClass> roles) {
    return roles.stream()
        .map(role -> list(role).at(phrase, 0))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** The printed forms of units and counters. */
  public WordList units() {
    return words.units;
  }

  /** Whether a form measures, and does not count: %, 岁, 元. */
  public boolean isMeasurementUnit(String form) {
    return words.isMeasurementUnit(form);
  }

  public WordList areaNames() {
    return words.areaNames;
  }

  public Area area(String name) {
    return words.area(name);
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
    return Stream.<Function<String, Meaning>>of(
            catalogue.meanings()::get,
            shape -> shape.length() < 2 ? null : words.meaningInSentence(shape),
            shape -> completed(shape, context))
        .flatMap(way -> shapes.stream().map(way))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
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
    for (; ; ) {
      String lead = leadingWord(head);
      lead = lead == null ? firstAt(head, AREAS_AND_VERBS) : lead;
      if (lead == null || lead.length() >= head.length()) {
        break;
      }
      head = head.substring(lead.length());
      heads.add(head);
    }
    String glued = withoutHeading(term);
    if (glued != null) {
      heads.add(glued);
    }
    List<String> shapes = new ArrayList<>();
    for (String each : heads) {
      shapes.add(each);
      String suffix = list(WordClass.SUFFIX).before(each, each.length(), 1);
      if (suffix != null && each.length() - suffix.length() > 1) {
        shapes.add(each.substring(0, each.length() - suffix.length()));
      }
    }
    return shapes;
  }

  /**
   * The last term of a phrase that a heading or the city runs into: 死亡率全市孕产妇死亡率 → 孕产妇死亡率; null if
   * there is none. What an institution has is not the city's: 敬老院床位.
   */
  private String withoutHeading(String phrase) {
    for (int i = 2; i < phrase.length() - 1; i++) {
      boolean parts =
          list(WordClass.SELF).before(phrase, i, 0) != null
              || indicators().before(phrase, i, 0) != null
                  && !endsInInstitution(phrase.substring(0, i));
      String rest = phrase.substring(i);
      if (parts && catalogue.meanings().containsKey(rest)) {
        return rest;
      }
    }
    return null;
  }

  /** A word at the head of a phrase that is no part of the term, or null. */
  public String leadingWord(String phrase) {
    for (WordClass role : List.of(WordClass.SELF, WordClass.LEAD, WordClass.LINK)) {
      String word = (role == WordClass.SELF ? ownAreaWords : list(role)).at(phrase, 0);
      if ("其".equals(word) && phrase.length() > 1 && "他它余".indexOf(phrase.charAt(1)) >= 0) {
        // 其他机构 are those that are left.
        return null;
      }
      // 计 links, but 计划床位 begins with a noun.
      boolean partOfWord =
          role == WordClass.LINK
              && word != null
              && word.length() == 1
              && "为是有共达约占".indexOf(word) < 0;
      if (word != null && !partOfWord) {
        // 设 leads, but 设置 is one word.
        String verb = list(WordClass.LEAD_VERB).at(phrase, 0);
        return verb != null && verb.length() > word.length() ? verb : word;
      }
    }
    String area = areaNames().at(phrase, 0);
    String name = area == null ? districtNames.at(phrase, 0) : area;
    return name != null ? name : phrase.startsWith("的") ? "的" : null;
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
    String plain = noun.replaceAll("\\([^()]*\\)", "");
    return list(WordClass.INSTITUTION_KIND).isBefore(plain, plain.length(), 0);
  }

  /** Whether a noun is of any sector: 单位, 人员. */
  public boolean isBareHead(String phrase) {
    String suffix = list(WordClass.SUFFIX).before(phrase, phrase.length(), 2);
    String head = phrase.substring(0, phrase.length() - (suffix == null ? 0 : suffix.length()));
    return head.equals(list(WordClass.BARE_HEAD).at(head, 0));
  }

  /** A phrase without the words before its noun. */
  public String withoutLeads(String phrase) {
    String rest = phrase;
    for (String lead = leadingWord(rest);
        lead != null && lead.length() < rest.length();
        lead = leadingWord(rest)) {
      rest = rest.substring(lead.length());
    }
    return rest;
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
