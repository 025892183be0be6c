package org.duibiao.normalize.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.duibiao.catalogue.Catalogue;
import org.duibiao.catalogue.Catalogue.Meaning;
import org.duibiao.catalogue.Terms;
import org.duibiao.model.code.Measure;

/**
 * Composes what a value is of from the terms over it, from the widest to the narrowest: caption,
 * row, headers from top to bottom.
 *
 * <p>A composed term is known only if the catalogue knows all of it: 床位数 over 医院 is 医院床位数, and
 * 卫生技术人员 over 注册护士 are nurses because they are a part of it, but 福利院 over 床位数 is no bed of a
 * hospital, and 床位数 over 病区 is nothing that is known.
 *
 * @param catalogue knows the terms
 * @param headers reads the cells
 */
public record TermPath(Catalogue catalogue, HeaderReader headers) {

  private static final String SEPARATOR = " › ";
  private static final List<String> COUNTING = List.of("总人数", "人员数", "总数", "人数", "个数", "数量", "数");

  /**
   * A term that was composed.
   *
   * @param text the term, for people
   * @param meaning what it means; empty if the catalogue does not know the whole of it
   */
  public record Composed(String text, Optional<Meaning> meaning) {}

  /**
   * Composes terms.
   *
   * @param terms from the widest to the narrowest; blank ones say nothing
   * @return null if none of them says anything
   */
  public Composed compose(List<String> terms) {
    List<Composed> wholes = new ArrayList<>();
    for (String term : terms) {
      if (!term.isBlank()) {
        Composed next = new Composed(term, headers.meaning(term));
        wholes.add(0, wholes.isEmpty() ? next : combine(wholes, next));
      }
    }
    return wholes.isEmpty() ? null : wholes.get(0);
  }

  /**
   * Adds a narrower term.
   *
   * @param wholes what the wider terms say together, and before that the wider of them, the
   *     narrowest first
   */
  private Composed combine(List<Composed> wholes, Composed narrow) {
    Composed wide = wholes.get(0);
    if (isNeutral(wide.text) || contains(narrow.text, wide.text) && narrow.meaning.isPresent()) {
      return narrow;
    }
    boolean counts =
        headers.is("column/count", narrow.text)
            || headers.is("role/value", narrow.text)
            || headers.is("column/level", narrow.text);
    // 机构数 of hospitals counts them; of beds it does not.
    if (counts
        && (narrow.meaning.isEmpty()
            || wide.meaning.isPresent() && isPartOf(wide.meaning.get(), narrow.meaning.get()))) {
      return wide;
    }
    Optional<Meaning> joined = joined(wide.text, narrow.text);
    if (joined.isPresent()) {
      return new Composed(joined.get().alias(), joined);
    }
    // Beds, of primary care, of township health centres: the last two are kinds of institutions.
    for (Composed wider : wholes.subList(1, wholes.size())) {
      Optional<Meaning> part = joined(wider.text, narrow.text);
      if (part.isPresent()
          && wide.meaning.isPresent()
          && isPartOf(part.get(), wide.meaning.get())) {
        return new Composed(part.get().alias(), part);
      }
    }
    boolean isPart =
        wide.meaning.isPresent()
            && narrow.meaning.isPresent()
            && isPartOf(narrow.meaning.get(), wide.meaning.get());
    return isPart ? narrow : new Composed(wide.text + SEPARATOR + narrow.text, Optional.empty());
  }

  /** A term over others that says of them only which subject they are about. */
  public boolean isNeutral(String term) {
    return headers.is("subject/all", term)
        || headers.is("subject/group", term)
        || headers.is("column/count", term) && headers.meaning(term).isEmpty()
        || headers.is("caption/tail", term);
  }

  /** 执业医师人数 under 执业医师: the narrower term says all that the wider one does. */
  private static boolean contains(String narrow, String wide) {
    return Terms.key(narrow).contains(Terms.key(wide));
  }

  /** What the two terms mean as one word, in either order; empty if nothing or two things. */
  private Optional<Meaning> joined(String wide, String narrow) {
    String thing = withoutSubject(wide);
    String kind = headers.is("part/male", narrow) ? "男性" : narrow;
    String part = headers.is("part/female", narrow) ? "女性" : kind;
    List<Meaning> found =
        Stream.of(wide, thing, withoutCounting(wide), withoutCounting(thing))
            .flatMap(
                whole ->
                    Stream.of(part, withoutCounting(part))
                        .flatMap(each -> Stream.of(each + whole, whole + each)))
            .flatMap(term -> headers.meaning(term).stream())
            .toList();
    return found.stream().map(each -> each.indicator().id()).distinct().count() == 1
        ? Optional.of(found.get(0))
        : Optional.empty();
  }

  /** 床位数, of 医疗卫生机构床位数. */
  private String withoutSubject(String term) {
    String key = Terms.key(term);
    String plain = key.startsWith("全市") ? key.substring(2) : key;
    String rest = headers.withoutWord("subject/all", plain);
    rest = rest == null ? plain : rest;
    return rest.length() > 1 ? rest : key;
  }

  private static String withoutCounting(String term) {
    return COUNTING.stream()
        .filter(end -> term.endsWith(end) && term.length() > end.length() + 1)
        .findFirst()
        .map(end -> term.substring(0, term.length() - end.length()))
        .orElse(term);
  }

  private boolean isPartOf(Meaning narrow, Meaning wide) {
    String part = narrow.indicator().id();
    String whole = wide.indicator().id();
    return wide.measure() == Measure.LEVEL
        && (part.equals(whole) || catalogue.wholesOf(part).contains(whole));
  }
}
