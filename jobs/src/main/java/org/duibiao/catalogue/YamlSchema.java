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

/**
 * The JSON schema of a kind of YAML file, which editors use too. What it finds wrong is said in the
 * words of the schema itself: {@code title} says what a value must be, {@code description} what a
 * key is for.
 */
public final class YamlSchema {

  private static final Map<String, YamlSchema> COMPILED = new ConcurrentHashMap<>();

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
    return switch (message.getType()) {
      case "additionalProperties" -> unknownKey(message.getProperty(), schema.path("properties"));
      case "required" -> missingKey(message.getProperty(), "", where);
      case "dependentRequired" ->
          missingKey(
              message.getArguments()[0].toString(),
              ", which goes with '" + message.getArguments()[1] + "'",
              where);
      case "enum" -> notOf(name, node, rule);
      case "type" -> wrongType(name, node, schema, rule);
      case "pattern", "minimum", "maximum" -> wrongValue(name, node, schema, message);
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
    if (node.isNull()) {
      return noValue(name);
    }
    List<String> words = new ArrayList<>();
    rule.forEach(word -> words.add(word.textValue()));
    return name
        + (node.isValueNode() ? " " : " is ")
        + noun(node)
        + (node.isValueNode() ? " is not one of " : ", not one of ")
        + String.join(", ", words)
        + TypoHint.hint(YamlFile.text(node), words);
  }

  private static String noValue(String name) {
    return name + " has no value; give it one or leave the key out";
  }

  private static String wrongType(String name, JsonNode node, JsonNode schema, JsonNode rule) {
    if (node.isNull()) {
      return noValue(name);
    }
    List<String> types = new ArrayList<>();
    if (rule.isTextual()) {
      types.add(rule.textValue());
    } else {
      rule.forEach(type -> types.add(type.textValue()));
    }
    if (node.isValueNode() && schema.has("title")) {
      return notA(name, node, schema);
    }
    if (types.contains("string")) {
      types.remove("number");
      types.remove("integer");
    }
    boolean unquoted = node.isValueNode() && types.contains("string");
    return name
        + " must be "
        + String.join(" or ", types.stream().map(YamlSchema::noun).toList())
        + ", not "
        + noun(node)
        + (unquoted ? "; put it in quotes" : "");
  }

  private static String wrongValue(
      String name, JsonNode node, JsonNode schema, ValidationMessage message) {
    if (schema.has("title")) {
      return notA(name, node, schema);
    }
    return switch (message.getType()) {
      case "pattern" -> name + " is blank; give it a text or leave the key out";
      case "minimum" ->
          name + " is " + YamlFile.text(node) + "; the least is " + schema.get("minimum").asText();
      default ->
          name + " is " + YamlFile.text(node) + "; the most is " + schema.get("maximum").asText();
    };
  }

  private static String notA(String name, JsonNode node, JsonNode schema) {
    return name + " '" + YamlFile.text(node) + "' is not " + schema.get("title").textValue();
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

  private static String noun(String type) {
    return switch (type) {
      case "string" -> "text";
      case "object" -> "a map";
      case "array" -> "a list";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> type;
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
