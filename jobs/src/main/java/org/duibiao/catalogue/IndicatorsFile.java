package org.duibiao.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.duibiao.model.Indicator;

/**
 * The catalogue's {@code indicators.yaml} as a text that a person wrote: what is added takes the
 * style of its neighbours, and everything else stays byte for byte, comments too.
 */
public final class IndicatorsFile {

  /** Its name in the folder of the catalogue. */
  public static final String NAME = "indicators.yaml";

  private static final Pattern ENTRY = Pattern.compile("(\\s*)-\\s.*", Pattern.DOTALL);
  private static final Pattern NO_ALIASES = Pattern.compile("aliases:\\s*\\[\\s*\\]\\s*(#.*\\s*)?");
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{IsHan}A-Za-z](?:[\\p{IsHan}A-Za-z0-9()（）、/+-]| (?=[^#\\s]))*");

  private final String path;
  private final YamlFile file;
  private final List<String> lines;

  /**
   * The file.
   *
   * @param path the file as users name it
   * @param bytes a file that a catalogue was read from
   */
  public IndicatorsFile(String path, byte[] bytes) {
    this.path = path;
    this.file = YamlFile.read(path, bytes, YamlSchema.of("indicators"));
    this.lines = List.of(new String(bytes, StandardCharsets.UTF_8).split("(?<=\n)"));
  }

  /**
   * The file with a further alias, after the others of that indicator.
   *
   * @throws InvalidFileException if there is no such indicator, or its aliases are not one per line
   */
  public byte[] withAlias(String indicator, String term) {
    JsonNode entries = file.root().path("indicators");
    int index =
        IntStream.range(0, entries.size())
            .filter(i -> entries.get(i).path("id").asText().equals(indicator))
            .findFirst()
            .orElseThrow(() -> problem(1, "there is no indicator '" + indicator + "'"));
    String place = "/indicators/" + index;
    String item = "- " + scalar(term);
    JsonNode aliases = entries.get(index).path("aliases");
    if (!aliases.isEmpty()) {
      int line = file.line(place + "/aliases/" + (aliases.size() - 1));
      String otherwise = "the aliases of " + indicator + " are not one per line";
      if (line == file.line(place + "/aliases")) {
        throw problem(line, otherwise);
      }
      String indent = indent(line, otherwise);
      return with(lines, after(line, indent.length()), indent + item);
    }
    boolean empty = aliases.isArray();
    int line = file.line(place + (empty ? "/aliases" : "/en"));
    String above = lines.get(line - 1);
    String key = above.stripLeading();
    if (!(empty ? NO_ALIASES.matcher(key).matches() : key.startsWith("en:"))) {
      throw problem(line, "the keys of " + indicator + " are not one per line");
    }
    String indent = above.substring(0, above.length() - key.length());
    int at = after(line, indent.length());
    if (!empty) {
      return with(lines, at, indent + "aliases:", indent + "  " + item);
    }
    // The list goes on below its key instead.
    List<String> filled = new ArrayList<>(lines);
    filled.set(line - 1, above.replaceFirst("\\s*\\[\\s*\\]", ""));
    return with(filled, at, indent + "  " + item);
  }

  /**
   * The file with a further indicator at its end.
   *
   * @throws InvalidFileException if the keys are not one per line
   */
  public byte[] withIndicator(Indicator indicator) {
    int last = file.root().path("indicators").size() - 1;
    int line = file.line("/indicators/" + last);
    String indent = indent(line, "the indicators are not one per line");
    return with(
        lines,
        lines.size(),
        indent + "- id: " + scalar(indicator.id()),
        indent + "  zh: " + scalar(indicator.zh()),
        indent + "  en: " + scalar(indicator.en()),
        indent + "  unit: " + indicator.unit().id(),
        indent + "  kind: " + indicator.kind().id(),
        indent + "  polarity: " + indicator.polarity().id(),
        indent + "  uncertainty: " + indicator.uncertainty().id());
  }

  /** The white space before the dash of a list's entry in that line, from 1. */
  private String indent(int line, String otherwise) {
    Matcher entry = ENTRY.matcher(lines.get(line - 1));
    if (!entry.matches()) {
      throw problem(line, otherwise);
    }
    return entry.group(1);
  }

  /** How many lines there are until what begins in that line is over. */
  private int after(int line, int indent) {
    Pattern deeper = Pattern.compile("\\s{" + (indent + 1) + ",}[^\\s#].*", Pattern.DOTALL);
    int next = line;
    while (next < lines.size() && deeper.matcher(lines.get(next)).matches()) {
      next++;
    }
    return next;
  }

  private static byte[] with(List<String> lines, int at, String... added) {
    String end = lines.get(0).endsWith("\r\n") ? "\r\n" : "\n";
    String before = String.join("", lines.subList(0, at));
    return (before
            + (before.endsWith("\n") ? "" : end)
            + String.join(end, added)
            + end
            + String.join("", lines.subList(at, lines.size())))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A text as YAML: as it is where that cannot be mistaken, else in quotes. */
  private static String scalar(String text) {
    boolean word = text.matches("(?i)true|false|null|yes|no|on|off|y|n");
    boolean id = text.matches("[a-z][a-z0-9_]*");
    return !word && (id || PLAIN.matcher(text).matches()) ? text : YamlFile.quoted(text);
  }

  private InvalidFileException problem(int line, String what) {
    return new InvalidFileException(
        List.of(CheckedFile.located(path, line, what + ": write the entry by hand")));
  }
}
