package org.duibiao.normalize.describe;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duibiao.model.Area;
import org.duibiao.normalize.cell.CellClassifier;

/**
 * What the titles around a table say for all of it: the sheet, the lines above, the file's name.
 */
record TableTitles(CellClassifier classifier, List<String> titles) {

  private static final Pattern BRACKETS = Pattern.compile("[(（]([^()（）]{1,12})[)）]$");

  /** The city, unless it is that of the whole file. */
  Optional<Guess> city(Area fileCity) {
    return named(
        place -> {
          Area city = classifier.cityIn(place);
          boolean said = city != null && (fileCity == null || !city.code().equals(fileCity.code()));
          return said ? city.zh() : null;
        });
  }

  /** The province whose counties the rows are about. */
  Optional<Guess> province() {
    return named(place -> classifier.provinceIn(place).map(Area::zh).orElse(null));
  }

  Optional<Guess> indicator() {
    return named(this::indicatorIn);
  }

  Optional<Guess> year() {
    return named(classifier::periodIn);
  }

  /** The word for a subject of others than health that the nearest title with a subject names. */
  Optional<Guess> otherSubject() {
    return named(
            place ->
                Optional.ofNullable(word("subject/own", place))
                    .orElse(word("subject/other", place)))
        .filter(found -> classifier.catalogue().words("subject/other").contains(found.value()));
  }

  private String word(String id, String place) {
    return classifier.catalogue().words(id).stream()
        .filter(place::contains)
        .findFirst()
        .orElse(null);
  }

  /** The unit, or those that the table has: 个、张、人. */
  Optional<Guess> unit() {
    return Guess.first(titles, this::unitIn, "the title says '%s'");
  }

  private String unitIn(String place) {
    String said = SourceDraft.restAfterLabel(classifier.catalogue().words("unit/before"), place);
    Matcher brackets = BRACKETS.matcher(place.strip());
    said = said == null && brackets.find() ? brackets.group(1) : said;
    String units =
        said == null
            ? ""
            : Arrays.stream(said.split("[、,，;；\\s）)]+"))
                .filter(each -> !each.isBlank())
                .takeWhile(classifier::isUnit)
                .collect(Collectors.joining("、"));
    return units.isEmpty() ? null : units;
  }

  private Optional<Guess> named(UnaryOperator<String> reader) {
    return Guess.first(titles, reader, "named in '%s'");
  }

  /** What a title as a whole says is counted, besides year, area, numbering and 各市. */
  private String indicatorIn(String title) {
    String said =
        SourceDraft.restAfterLabel(classifier.catalogue().words("indicator/before"), title);
    if (said != null) {
      return said.split("[\\s　;；。]", 2)[0];
    }
    if (classifier.meaning(title).isPresent()) {
      return title;
    }
    String plain = title.replaceAll("[(（][^()（）]*(?:[0-9]{4}|单位)[^()（）]*[)）]", "");
    plain = plain.replaceAll("(?<![0-9])(19|20)[0-9]{2}\\s*(年(末|底|度)?)?[-—–~至到]?", "");
    plain = plain.replaceAll("^附?[表图件]?\\s*[0-9一二三四五六七八九十]*[-—–.、_ 0-9]*[:：]?", "");
    plain = plain.strip();
    Area city = classifier.cityIn(plain);
    for (String name : city == null ? List.<String>of() : CellClassifier.names(city)) {
      plain = plain.startsWith(name) ? plain.substring(name.length()) : plain;
    }
    plain = plain.replaceAll("^(末|底|全国|全省|全市|分地区|分市|各省|各地级|按地区分的?|按市分的?)+的?", "");
    String rest = classifier.headers().withoutWord("caption/lead", plain);
    plain = rest == null ? plain : rest;
    String bare = plain.replaceAll("[(（][^()（）]{1,6}[)）]$", "");
    for (String each : List.of(plain, bare, plain.replaceAll("(情况|统计|一览|统计表|表|对比)+$", ""))) {
      if (each.length() > 1 && classifier.meaning(each).isPresent()) {
        return each;
      }
    }
    return null;
  }
}
