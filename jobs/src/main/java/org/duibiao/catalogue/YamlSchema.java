package org.duibiao.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The JSON schema of a kind of YAML file, which editors use too. What it finds wrong is said in the
 * words of the schema itself: {@code title} says what a value must be, {@code description} what a
 * key is for.
 */
public final class YamlSchema {

  private static final Map<String, YamlSchema> COMPILED = new ConcurrentHashMap<>();

  private static final Map<String, String> NOUNS =
      Map.of(
          "string", "text",
          "object", "a map",
          "array", "a list",
          "integer", "a whole number",
          "number", "a number",
          "boolean", "true or false");

  private final JsonNode source;
  private final JsonSchema compiled;

  private YamlSchema(JsonNode source) {
    this.source = source;
    this.compiled = Validators.FACTORY.getSchema(source, Validators.CONFIG);
  }

  /** The schema of that name, such as {@code sidecar}; it is compiled once. */
  public static YamlSchema of(String name) {
    return COMPILED.computeIfAbsent(name, YamlSchema::load);
  }

  private static YamlSchema load(String name) {
    String resource = "/org/duibiao/schema/" + name + ".schema.json";
    try (InputStream in = YamlSchema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("No schema " + resource);
      }
      return new YamlSchema(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A violation of the schema: where, and what is wrong there. */
  record SchemaViolation(String pointer, String text) {}

  List<SchemaViolation> check(JsonNode document) {
    List<SchemaViolation> violations = new ArrayList<>();
    for (ValidationMessage message : compiled.validate(document)) {
      String pointer = message.getInstanceLocation().toString();
      boolean unknownKey = message.getType().equals("additionalProperties");
      violations.add(
          new SchemaViolation(
              unknownKey ? YamlFile.child(pointer, message.getProperty()) : pointer,
              text(message)));
    }
    return violations;
  }

  private String text(ValidationMessage message) {
    String where = message.getSchemaLocation().getFragment().toString();
    JsonNode rule = source.at(where);
    JsonNode schema = source.at(where.substring(0, where.lastIndexOf('/')));
    JsonNode node = message.getInstanceNode();
    String name = name(message.getInstanceLocation().toString());
    String type = message.getType();
    if (node.isNull() && (type.equals("enum") || type.equals("type"))) {
      return name + " has no value; give it one or leave the key out";
    }
    boolean wrongValue =
        List.of("pattern", "minimum", "maximum").contains(type)
            || type.equals("type") && node.isValueNode();
    if (wrongValue && schema.has("title")) {
      return name + " " + noun(node) + " is not " + schema.get("title").textValue();
    }
    return switch (type) {
      case "additionalProperties" -> unknownKey(message.getProperty(), schema.path("properties"));
      case "required" -> missingKey(message.getProperty(), "", where);
      case "dependentRequired" ->
          missingKey(
              message.getArguments()[0].toString(),
              ", which goes with '" + message.getArguments()[1] + "'",
              where);
      case "enum" -> notOf(name, node, rule);
      case "type" -> wrongType(name, node, rule);
      case "pattern" -> name + " is blank; give it a text or leave the key out";
      case "minimum" -> name + " is " + YamlFile.text(node) + "; the least is " + rule.asText();
      case "maximum" -> name + " is " + YamlFile.text(node) + "; the most is " + rule.asText();
      case "minItems", "minProperties" -> name + " is empty; name at least one, or leave it out";
      case "uniqueItems" -> name + " names something twice; name it once";
      default -> name + ": " + message.getMessage();
    };
  }

  private static String unknownKey(String key, JsonNode properties) {
    List<String> known = new ArrayList<>();
    properties.fieldNames().forEachRemaining(known::add);
    String remedy = TypoHint.hint(key, known);
    return "unknown key '"
        + key
        + "'"
        + (remedy.isEmpty() ? "; known are " + String.join(", ", known) : remedy);
  }

  private String missingKey(String key, String reason, String where) {
    return "missing key '"
        + key
        + "'"
        + reason
        + description(key, where).map(d -> ": " + d).orElse("");
  }

  /** What the key is for, as said by the nearest schema around that declares it. */
  private Optional<String> description(String key, String where) {
    for (int end = where.lastIndexOf('/'); end >= 0; end = where.lastIndexOf('/', end - 1)) {
      JsonNode property = source.at(where.substring(0, end)).path("properties").path(key);
      if (property.has("description")) {
        return Optional.of(property.get("description").textValue());
      }
    }
    return Optional.empty();
  }

  private static String notOf(String name, JsonNode node, JsonNode rule) {
    List<String> words = texts(rule);
    return name
        + (node.isValueNode() ? " " : " is ")
        + noun(node)
        + (node.isValueNode() ? " is not one of " : ", not one of ")
        + String.join(", ", words)
        + TypoHint.hint(YamlFile.text(node), words);
  }

  private static String wrongType(String name, JsonNode node, JsonNode rule) {
    List<String> types = rule.isTextual() ? List.of(rule.textValue()) : texts(rule);
    boolean text = types.contains("string");
    String nouns =
        types.stream()
            .filter(type -> !text || !List.of("number", "integer").contains(type))
            .map(type -> NOUNS.getOrDefault(type, type))
            .collect(Collectors.joining(" or "));
    boolean unquoted = text && node.isValueNode();
    return name
        + " must be "
        + nouns
        + ", not "
        + noun(node)
        + (unquoted ? "; put it in quotes" : "");
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.textValue()));
    return texts;
  }

  /** The key that a value stands at, or the list that it is an entry of. */
  private static String name(String pointer) {
    String path = pointer;
    boolean entry = false;
    while (!path.isEmpty()) {
      String last = path.substring(path.lastIndexOf('/') + 1);
      if (!last.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return entry ? "an entry of " + last : last;
      }
      entry = true;
      path = path.substring(0, path.lastIndexOf('/'));
    }
    return "the file";
  }

  private static String noun(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "a map";
      case ARRAY -> "a list";
      default -> "'" + YamlFile.text(node) + "'";
    };
  }

  /** Built when the first schema is needed. */
  private static final class Validators {
    static final JsonSchemaFactory FACTORY =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    static final SchemaValidatorsConfig CONFIG =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .build();
  }
}
