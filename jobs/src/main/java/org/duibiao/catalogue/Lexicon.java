package org.duibiao.catalogue;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that running text is parsed with: those that end a noun, announce a target or compare;
 * and the synonyms of paraphrased texts.
 */
public final class Lexicon {

  /** What words do in a sentence; the lists are explained in {@code lexicon.yaml}. */
  public enum WordClass {
    /** The document's own city: 全市. */
    SELF,
    /** Its urban core: 市区. */
    URBAN_CORE,
    /** The nation: 全国. */
    NATION,
    /** Who speaks for the nation: 国家统计局. */
    NATION_SAYS,
    /** The province: 全省. */
    PROVINCE,
    /** An average: 平均水平. */
    AVERAGE,
    /** What stands before another area in a comparison: 比. */
    COMPARATOR,
    /** Words that end like the name of a district but are not one: 地区. */
    COMMON_AREA,
    /** What the names of institutions end in: 人民医院. */
    INSTITUTION,
    /** Words that make institutions many, not one: 各. */
    GENERIC,
    /** The institution that speaks: 我院. */
    OWN_INSTITUTION,
    /** What continues a sentence about the institution before: 该院. */
    SAME_INSTITUTION,
    /** What stands before a time that is compared with: 比. */
    COMPARED_TO,
    /** What announces a target: 力争. */
    TARGET,
    /** What intends work: 计划. */
    PLAN,
    /** Work for a number of people: 为…提供. */
    WORK_FOR,
    /** What says that it is so already: 已. */
    DONE,
    /** Words that hold a word of intention and are none: 将近. */
    NOT_PLAN,
    /** Headings of what is to come. */
    HEADING_PLAN,
    /** Headings of what was. */
    HEADING_DONE,
    /** Headings that turn to what is to come, even inside a report. */
    HEADING_NEXT,
    /** Headings that turn to what was, even inside a plan. */
    HEADING_WAS,
    /** Titles of plans. */
    TITLE_PLAN,
    /** Titles of reports. */
    TITLE_DONE,
    /** A change upwards. */
    RISE,
    /** A change downwards. */
    FALL,
    /** The name of a growth: 增幅. */
    GROWTH,
    /** The name of a decline: 降幅. */
    DECLINE,
    /** How much something changed that was said before: 增幅达. */
    EXTENT,
    /** What was added: 新增. */
    ADDED,
    /** What a named programme is: 行动. */
    PROGRAMME,
    /** The district that was named before: 全县. */
    SAME_DISTRICT,
    /** What is said of a noun's place among others, after it: 紧随其后. */
    STANDING,
    /** What differs, of two areas or groups: 相差. */
    DIFFERENCE,
    /** What stands for a noun said before: 这一比例. */
    ANAPHOR,
    /** What began in a year: 始建于. */
    FOUNDED,
    /** A place in an order: 位居. */
    RANK,
    /** Among whom one has its place, right before it: 全省第三. */
    RANKED_AMONG,
    /** Areas among which one has its place: 在15个副省级城市中. */
    PEERS,
    /** What one person takes or does at a time: 3剂次. */
    DOSE,
    /** A required level or price: 标准. */
    STANDARD,
    /** What a result is measured by: 目标. */
    GOAL,
    /** What joins a noun with its figure: 达到. */
    LINK,
    /** Words that end like a link: 合同. */
    LIKE_LINK,
    /** What stands before a noun and is not part of it: 目前. */
    LEAD,
    /** What is done to a noun before it: 组建. */
    LEAD_VERB,
    /** What may stand after a noun that is counted: 总数. */
    SUFFIX,
    /** What ends the noun after a figure: 获得. */
    PREDICATE,
    /** Where the counted things are: 坐落. */
    LOCATED,
    /** What makes one thing of another: 牌照. */
    LICENCE,
    /** What makes things into other things: 建设成为. */
    MADE_INTO,
    /** And, or. */
    JOINER,
    /** Words with numerals that count nothing: 第一时间. */
    IDIOM,
    /** What a small numeral counts in slogans: 项制度. */
    IDIOM_NOUN,
    /** What numbers call: 热线. */
    PHONE,
    /** Units of ages and life spans: 岁. */
    AGE_UNIT,
    /** Ages and life spans as figures: 寿命. */
    AGE,
    /** Durations as figures: 住院日. */
    LASTING,
    /** Units of durations: 小时. */
    DURATION_UNIT,
    /** Words that begin like a unit and are none: 人民. */
    NO_UNIT,
    /** Units of places in an order: 届. */
    ORDINAL_UNIT,
    /** What stands before the number of an attachment: 附件. */
    ATTACHMENT,
    /** Parts of a web page around the text: 扫一扫. */
    CHROME,
    /** Units that no indicator uses: 册. */
    COUNTER,
    /** Units that count things even after a small Chinese numeral: 家. */
    CONCRETE_COUNTER,
    /** Out of how many: 千. */
    DENOMINATOR,
    /** What counts people between a denominator and them: 名. */
    PEOPLE_COUNTER,
    /** Which people: 常住. */
    RESIDENCE,
    /** Out of whom: 人口. */
    PEOPLE,
    /** Words that two terms for one thing may differ in: 的. */
    FILLER;

    /** The name in the file, such as {@code heading_plan}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    static WordClass of(String id) {
      return valueOf(id.toUpperCase(Locale.ROOT));
    }
  }

  private final Map<WordClass, List<String>> words = new EnumMap<>(WordClass.class);
  private final Map<String, String> unambiguous;
  private final Map<String, String> ambiguous;

  Lexicon(
      Map<WordClass, List<String>> words, Map<String, String> sure, Map<String, String> unsure) {
    for (WordClass role : WordClass.values()) {
      this.words.put(
          role,
          words.getOrDefault(role, List.of()).stream()
              .distinct()
              .sorted(Comparator.comparingInt(String::length).reversed())
              .toList());
    }
    this.unambiguous = new LinkedHashMap<>(sure);
    this.ambiguous = new LinkedHashMap<>(unsure);
  }

  /** The words of a role, the longest first. */
  public List<String> words(WordClass role) {
    return words.get(role);
  }

  /** Wordings of paraphrased texts that never mean themselves, and what they stand for. */
  public Map<String, String> unambiguousSynonyms() {
    return Map.copyOf(unambiguous);
  }

  /** Wordings that stand for something else in paraphrased texts only. */
  public Map<String, String> ambiguousSynonyms() {
    return Map.copyOf(ambiguous);
  }
}
