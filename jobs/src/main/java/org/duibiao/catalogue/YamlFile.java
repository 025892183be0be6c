package org.duibiao.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A YAML file as a tree that knows its lines, with everything that is wrong in it. Places in the
 * tree are named by JSON pointers.
 *
 * <p>Only the part of YAML that people write is supported: maps, lists, texts, numbers as {@code
 * 12} and {@code 0.5}, {@code true} and {@code false}. Anything else that is unquoted is text,
 * letter by letter: {@code 2024-04-28}, {@code 000000}, {@code no}, {@code 1e3}. Anchors and tags
 * are not supported, and a key that occurs twice is an error.
 */
public final class YamlFile {

  private static final int MAX_DEPTH = 50;

  private final String path;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<LocatedProblem> locatedProblems = new ArrayList<>();
  private JsonNode root = JsonNodeFactory.instance.objectNode();
  private boolean readable;

  private record LocatedProblem(String pointer, Problem problem) {}

  private YamlFile(String path) {
    this.path = path;
  }

  /**
   * Reads a file and checks it; what is wrong is kept in {@link #problems()}.
   *
   * @param path the file as users name it
   */
  public static YamlFile read(String path, byte[] bytes, YamlSchema schema) {
    YamlFile file = new YamlFile(path);
    file.readable = file.parse(bytes);
    if (file.readable) {
      for (YamlSchema.SchemaViolation violation : schema.check(file.root)) {
        file.report(violation.pointer(), violation.text());
      }
    }
    return file;
  }

  /** The tree; an empty map if the file cannot be read. */
  public JsonNode root() {
    return root;
  }

  /** The line of that key or entry, from 1; of what is not there, the line of what is around it. */
  public int line(String pointer) {
    String place = pointer;
    while (!lines.containsKey(place) && !place.isEmpty()) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return lines.getOrDefault(place, 1);
  }

  /**
   * Adds a problem at that place.
   *
   * @param template with {@code %s} for each argument
   */
  public void report(String pointer, String template, Object... args) {
    add(pointer, line(pointer), template, args);
  }

  /**
   * Everything that is wrong, in the order of the lines: {@code path:line: what and what to do}.
   */
  public List<String> problems() {
    return sortedProblems().stream().map(Problem::toString).toList();
  }

  List<Problem> sortedProblems() {
    return locatedProblems.stream()
        .map(LocatedProblem::problem)
        .distinct()
        .sorted(Comparator.comparingInt(Problem::line))
        .toList();
  }

  /** Whether nothing is wrong at that place or inside it, so far; {@code ""} is the whole file. */
  public boolean isValid(String pointer) {
    if (locatedProblems.isEmpty()) {
      return readable;
    }
    String inside = pointer + "/";
    return readable
        && locatedProblems.stream()
            .map(LocatedProblem::pointer)
            .noneMatch(place -> place.equals(pointer) || place.startsWith(inside));
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
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean plain =
          c >= ' ' && (c < 0x7F || c > 0x9F) && c != 0x2028 && c != 0x2029 && c != 0xFEFF;
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else {
        quoted.append(plain ? c : String.format(Locale.ROOT, "\\u%04X", (int) c));
      }
    }
    return quoted.append('"').toString();
  }

  private void add(String pointer, int line, String template, Object... args) {
    locatedProblems.add(new LocatedProblem(pointer, Problem.of(path, line, template, args)));
  }

  private boolean parse(byte[] bytes) {
    String text;
    try {
      text = Utf8.decode(bytes);
    } catch (Utf8.NotUtf8Exception e) {
      add("", e.line(), e.getMessage());
      return false;
    }
    try {
      Tree tree = new Tree(text);
      root = tree.document();
      return tree.complete;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      add("", mark == null ? 1 : mark.getLine() + 1, "not readable as YAML: " + e.getProblem());
    } catch (ReaderException e) {
      add("", lineOf(text, e), "not readable as YAML: a character that may not stand in a text");
    } catch (YAMLException e) {
      add("", 1, "not readable as YAML: " + e.getMessage());
    }
    return false;
  }

  private static int lineOf(String text, ReaderException e) {
    int at = Math.min(e.getPosition(), text.length());
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /** Builds the tree from the parser's events. */
  private final class Tree {
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");

    private final JsonNodeFactory make = JsonNodeFactory.instance;
    private final ParserImpl events;
    private boolean complete = true;

    Tree(String text) {
      this.events = new ParserImpl(new StreamReader(text), new LoaderOptions());
    }

    JsonNode document() {
      events.getEvent();
      if (events.checkEvent(Event.ID.StreamEnd)) {
        broken(events.peekEvent(), "the file is empty");
        return make.objectNode();
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
      if (event instanceof MappingStartEvent map) {
        checkTag(map, map.getTag());
        return map(pointer, depth);
      }
      if (event instanceof SequenceStartEvent list) {
        checkTag(list, list.getTag());
        return list(pointer, depth);
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
          add(pointer, line(start), "key '" + key + "' is there already, in line " + first);
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
      String tag = event.getTag();
      checkTag(event, tag);
      String value = event.getValue();
      if (!event.isPlain() || tag != null) {
        return make.textNode(value);
      }
      return switch (value) {
        case "", "~", "null", "Null", "NULL" -> make.nullNode();
        case "true", "True", "TRUE" -> make.booleanNode(true);
        case "false", "False", "FALSE" -> make.booleanNode(false);
        default -> textOrNumber(value);
      };
    }

    private JsonNode textOrNumber(String value) {
      char first = value.charAt(0);
      if (first != '-' && (first < '0' || first > '9')) {
        return make.textNode(value);
      }
      if (INTEGER.matcher(value).matches()) {
        return make.numberNode(Long.parseLong(value));
      }
      return DECIMAL.matcher(value).matches()
          ? DecimalNode.valueOf(new BigDecimal(value))
          : make.textNode(value);
    }

    private void checkTag(Event event, String tag) {
      if (tag != null && !tag.equals("!") && !tag.equals("tag:yaml.org,2002:str")) {
        broken(event, "tags (" + tag + ") are not supported; leave it out");
      }
    }

    private void broken(Event event, String problem) {
      complete = false;
      add("", line(event), problem);
    }

    private int line(Event event) {
      return event.getStartMark().getLine() + 1;
    }
  }
}
