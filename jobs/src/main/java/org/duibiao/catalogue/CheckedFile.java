package org.duibiao.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duibiao.model.Message;

/**
 * A file as a tree that knows its lines, with everything that is wrong in it. Places in the tree
 * are named by JSON pointers.
 */
abstract class CheckedFile {

  private final String path;
  private final List<Problem> problems = new ArrayList<>();

  boolean readable = true;

  /** The line of each place that has one of its own. */
  final Map<String, Integer> lines = new HashMap<>();

  JsonNode root = JsonNodeFactory.instance.objectNode();

  private record Problem(String pointer, int line, String text) {}

  CheckedFile(String path) {
    this.path = path;
  }

  /** The tree; an empty map if the file cannot be read. */
  public JsonNode root() {
    return root;
  }

  /** The whole tree as an entry. */
  final CheckedEntry entry() {
    return new CheckedEntry(this, "", root);
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
    reportAtLine(pointer, line(pointer), template, args);
  }

  final void reportAtLine(String pointer, int line, String template, Object... args) {
    String problem = located(path, line, Message.of(template, args));
    problems.add(new Problem(pointer, line, problem));
  }

  /** Reports why the file cannot be read to its end: what is in it is not looked at. */
  final void reportUnreadable(int line, String template, Object... args) {
    readable = false;
    reportAtLine("", line, template, args);
  }

  /** A problem is one line, whatever the value that it quotes. */
  static String located(String path, int line, String problem) {
    return path + ":" + line + ": " + problem.replaceAll("\\p{Cntrl}+", " ");
  }

  /**
   * Everything that is wrong, in the order of the lines: {@code path:line: what and what to do}.
   */
  public List<String> problems() {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line))
        .map(Problem::text)
        .distinct()
        .toList();
  }

  /** Throws an {@link InvalidFileException} with everything that is wrong, if anything is. */
  public void requireValid() {
    if (!problems.isEmpty()) {
      throw new InvalidFileException(problems());
    }
  }

  /** Whether nothing is wrong at that place or inside it, so far; {@code ""} is the whole file. */
  public boolean isValid(String pointer) {
    String inside = pointer + "/";
    return readable
        && problems.stream()
            .map(Problem::pointer)
            .noneMatch(place -> place.equals(pointer) || place.startsWith(inside));
  }

  /** The bytes as text without a byte order mark; null, with a problem, if they are not UTF-8. */
  final String decode(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      int at = in.position();
      long before = IntStream.range(0, at).filter(i -> bytes[i] == '\n').count();
      reportUnreadable(
          1 + (int) before, "byte 0x%02X is not UTF-8; save the file as UTF-8", bytes[at]);
      return null;
    }
  }
}
