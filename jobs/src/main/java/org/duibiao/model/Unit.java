package org.duibiao.model;

import java.io.Serializable;
import java.util.List;

/**
 * A unit of measurement or of counting.
 *
 * @param id the canonical name, such as {@code person} or {@code per_1000}
 * @param zh as printed after a number in Chinese
 * @param en as printed after a number in English, singular
 * @param enPlural as printed after a number in English, plural
 * @param dimension units of one dimension can be converted; a counted thing is its own dimension
 * @param per for the dimension {@code proportion}: out of how many (percent 100); else 1
 * @param forms the printed forms, without multipliers such as 万
 * @param counts the indicator of all that is counted in it, such as {@code beds}; null without one
 */
public record Unit(
    String id,
    String zh,
    String en,
    String enPlural,
    String dimension,
    int per,
    List<String> forms,
    String counts)
    implements Serializable {}
