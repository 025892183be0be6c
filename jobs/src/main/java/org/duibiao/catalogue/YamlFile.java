package org.duibiao.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.duibiao.model.Message;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A YAML file.
 *
 * <p>Only the part of YAML that people write is supported: maps, lists, texts, numbers as {@code
 * 12} and {@code 0.5}, {@code true} and {@code false}. Anything else that is unquoted is text,
 * letter by letter: {@code 2024-04-28}, {@code 000000}, {@code no}, {@code 1e3}. Anchors and tags
 * are not supported, and a key that occurs twice is an error.
 */
public final class YamlFile extends CheckedFile {

  private static final int MAX_DEPTH = 50;
  private static final Pattern CONTROL =
      Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uFEFF]");
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");

  private final JsonNodeFactory make = JsonNodeFactory.instance;
  private ParserImpl events;

  private YamlFile(String path) {
    super(path);
  }

  /**
   * Reads a file and checks it; what is wrong is kept in {@link #problems()}.
   *
   * @param path the file as users name it
   */
  public static YamlFile read(String path, byte[] bytes, YamlSchema schema) {
    YamlFile file = new YamlFile(path);
    String text = file.decode(bytes);
    if (text != null) {
      file.parse(text);
    }
    if (file.readable) {
      schema.check(file.root, file::report);
    }
    return file;
  }

  /** A text, number, true or false as it was written. */
  public static String text(JsonNode node) {
    return node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText();
  }

  /** The text of a map's key as it was written; null without it. */
  public static String textOrNull(JsonNode map, String key) {
    return map.hasNonNull(key) ? text(map.get(key)) : null;
  }

  /** The pointer of a key of the map at that place. */
  public static String child(String pointer, String key) {
    boolean plain = key.indexOf('~') < 0 && key.indexOf('/') < 0;
    return pointer + "/" + (plain ? key : key.replace("~", "~0").replace("/", "~1"));
  }

  /** A text in quotation marks that is read back as it is. */
  public static String quoted(String text) {
    String escaped = text.replaceAll("[\"\\\\]", "\\\\$0");
    return '"'
        + CONTROL
            .matcher(escaped)
            .replaceAll(c -> Message.of("\\\\u%04X", (int) c.group().charAt(0)))
        + '"';
  }

  private void parse(String text) {
    try {
      events = new ParserImpl(new StreamReader(text), new LoaderOptions());
      root = document();
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      reportUnreadable(
          mark == null ? 1 : mark.getLine() + 1, "not readable as YAML: %s", e.getProblem());
    } catch (ReaderException e) {
      String before = text.substring(0, Math.min(e.getPosition(), text.length()));
      reportUnreadable(
          1 + (int) before.chars().filter(c -> c == '\n').count(),
          "not readable as YAML: a character that may not stand in a text");
    } catch (YAMLException e) {
      reportUnreadable(1, "not readable as YAML: %s", e.getMessage());
    }
  }

  private JsonNode document() {
    events.getEvent();
    if (events.checkEvent(Event.ID.StreamEnd)) {
      broken(events.peekEvent(), "the file is empty");
      return root;
    }
    events.getEvent();
    lines.put("", line(events.peekEvent()));
    JsonNode document = node("", 0);
    events.getEvent();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      broken(events.peekEvent(), "a second document; put it in a file of its own");
    }
    return document;
  }

  private JsonNode node(String pointer, int depth) {
    Event event = events.getEvent();
    if (depth > MAX_DEPTH) {
      throw new YAMLException("nested more than " + MAX_DEPTH + " deep");
    }
    if (event instanceof NodeEvent node && node.getAnchor() != null) {
      broken(event, "anchors (& and *) are not supported; write the value out");
    }
    if (event instanceof CollectionStartEvent collection) {
      checkTag(event, collection.getTag());
      return event instanceof MappingStartEvent ? map(pointer, depth) : list(pointer, depth);
    }
    return event instanceof ScalarEvent scalar ? scalar(scalar) : make.nullNode();
  }

  private ObjectNode map(String pointer, int depth) {
    ObjectNode map = make.objectNode();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Event start = events.peekEvent();
      JsonNode name = node(pointer, depth + 1);
      String key = name.isNull() ? "" : text(name);
      if (!name.isValueNode() || key.isEmpty()) {
        broken(start, "a key must be a word");
      }
      String place = child(pointer, key);
      Integer first = lines.putIfAbsent(place, line(start));
      if (first == null) {
        map.set(key, node(place, depth + 1));
      } else {
        reportAtLine(pointer, line(start), "key '%s' is there already, in line %s", key, first);
        node(place + "\0" + line(start), depth + 1);
      }
    }
    events.getEvent();
    return map;
  }

  private ArrayNode list(String pointer, int depth) {
    ArrayNode list = make.arrayNode();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      String place = pointer + "/" + list.size();
      lines.put(place, line(events.peekEvent()));
      list.add(node(place, depth + 1));
    }
    events.getEvent();
    return list;
  }

  private JsonNode scalar(ScalarEvent event) {
    checkTag(event, event.getTag());
    String value = event.getValue();
    if (!event.isPlain() || event.getTag() != null) {
      return make.textNode(value);
    }
    return switch (value) {
      case "", "~", "null", "Null", "NULL" -> make.nullNode();
      case "true", "True", "TRUE" -> make.booleanNode(true);
      case "false", "False", "FALSE" -> make.booleanNode(false);
      default ->
          INTEGER.matcher(value).matches()
              ? make.numberNode(Long.parseLong(value))
              : DECIMAL.matcher(value).matches()
                  ? DecimalNode.valueOf(new BigDecimal(value))
                  : make.textNode(value);
    };
  }

  private void checkTag(Event event, String tag) {
    if (tag != null && !tag.equals("!") && !tag.equals("tag:yaml.org,2002:str")) {
      broken(event, "tags (%s) are not supported; leave it out", tag);
    }
  }

  private void broken(Event event, String template, Object... args) {
    reportUnreadable(line(event), template, args);
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }
}
