package org.duibiao.markup;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * The sentences of the report in Chinese and English, from {@code texts.csv} beside this class,
 * where people who do not program can edit them. They are markup with the placeholders of {@link
 * Html#of}.
 */
public final class Texts {

  private static final Map<String, CSVRecord> TEXTS = new HashMap<>();

  static {
    Resource.csv(Texts.class, "texts.csv").forEach(line -> TEXTS.put(line.get("id"), line));
  }

  private Texts() {}

  /**
   * The text of that id with the values in it.
   *
   * @throws IllegalArgumentException if there is no text of that id
   */
  public static Bilingual of(String id, Object... values) {
    CSVRecord text = TEXTS.get(id);
    if (text == null) {
      throw new IllegalArgumentException("texts.csv has no text " + id);
    }
    return Bilingual.of(text.get("zh"), text.get("en"), values);
  }
}
