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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.duibiao.model.Message;

/**
 * The JSON schema of a kind of YAML file, which editors use too. What it finds wrong is said in the
 * words of the schema itself: {@code title} says what a value must be, {@code description} what a
 * key is for.
 */
public final class YamlSchema {

  private static final Map<String, YamlSchema> COMPILED = new ConcurrentHashMap<>();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).locale(Locale.ROOT).build();

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

  private YamlSchema(String name) {
    String resource = "/org/duibiao/schema/" + name + ".schema.json";
    try (InputStream in = YamlSchema.class.getResourceAsStream(resource)) {
      this.source = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.compiled = FACTORY.getSchema(source, CONFIG);
  }

  /** The schema of that name, such as {@code sidecar}; it is compiled once. */
  public static YamlSchema of(String name) {
    return COMPILED.computeIfAbsent(name, YamlSchema::new);
  }

  /** Reports every violation: where, and what is wrong there. */
  void check(JsonNode document, BiConsumer<String, String> report) {
    for (ValidationMessage message : compiled.validate(document)) {
      String pointer = message.getInstanceLocation().toString();
      boolean unknownKey = message.getType().equals("additionalProperties");
      report.accept(
          unknownKey ? YamlFile.child(pointer, message.getProperty()) : pointer, text(message));
    }
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
      case "enum" -> notOf(name, node, texts(rule));
      case "type" -> wrongType(name, node, rule);
      case "pattern" -> name + " is blank; give it a text or leave the key out";
      case "minimum" -> name + " is " + YamlFile.text(node) + "; the least is " + rule;
      case "maximum" -> name + " is " + YamlFile.text(node) + "; the most is " + rule;
      case "minItems", "minProperties" -> name + " is empty; name at least one, or leave it out";
      case "uniqueItems" -> name + " names something twice; name it once";
      default -> name + ": " + message.getMessage();
    };
  }

  private static String unknownKey(String key, JsonNode properties) {
    List<String> known = new ArrayList<>();
    properties.fieldNames().forEachRemaining(known::add);
    String hint = TypoHint.hint(key, known);
    return Message.of(
        "unknown key '%s'%s",
        key, hint.isEmpty() ? "; known are " + String.join(", ", known) : hint);
  }

  /** With what the key is for, as said by the nearest schema around that declares it. */
  private String missingKey(String key, String reason, String where) {
    String what = "missing key '" + key + "'" + reason;
    for (int end = where.lastIndexOf('/'); end >= 0; end = where.lastIndexOf('/', end - 1)) {
      JsonNode property = source.at(where.substring(0, end)).path("properties").path(key);
      if (property.has("description")) {
        return what + ": " + property.get("description").textValue();
      }
    }
    return what;
  }

  private static String notOf(String name, JsonNode node, List<String> words) {
    return Message.of(
        node.isValueNode() ? "%s %s is not one of %s%s" : "%s is %s, not one of %s%s",
        name,
        noun(node),
        String.join(", ", words),
        TypoHint.hint(YamlFile.text(node), words));
  }

  private static String wrongType(String name, JsonNode node, JsonNode rule) {
    List<String> types = rule.isTextual() ? List.of(rule.textValue()) : texts(rule);
    boolean text = types.contains("string");
    String nouns =
        types.stream()
            .filter(type -> !text || !List.of("number", "integer").contains(type))
            .map(type -> NOUNS.getOrDefault(type, type))
            .collect(Collectors.joining(" or "));
    return Message.of(
        "%s must be %s, not %s%s",
        name, nouns, noun(node), text && node.isValueNode() ? "; put it in quotes" : "");
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::textValue).toList();
  }

  /** The key that a value stands at, or the list that it is an entry of. */
  private static String name(String pointer) {
    String key = pointer.replaceFirst("(/[0-9]*)+$", "");
    String last = key.substring(key.lastIndexOf('/') + 1);
    if (key.isEmpty()) {
      return "the file";
    }
    return key.equals(pointer) ? last : "an entry of " + last;
  }

  private static String noun(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "a map";
      case ARRAY -> "a list";
      default -> "'" + YamlFile.text(node) + "'";
    };
  }
}
