package dev.winnow.definition;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads bodies as JSON, and refuses what could be neither stored nor shown in an error. */
final class PostedJson {
  /** Far more levels than a definition has. */
  static final int MOST_LEVELS = 100;

  private static final int LARGEST_EXPONENT = 1000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MOST_LEVELS).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private PostedJson() {}

  /**
   * @throws MalformedDefinition if the text is not a JSON object, repeats a field, or could be
   *     neither stored nor shown
   */
  static ObjectNode parse(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (node instanceof ObjectNode object) {
        check(object, JsonPointer.empty());
        return object;
      }
      throw new MalformedDefinition("The body must be a JSON object.");
    } catch (JacksonException e) {
      throw new MalformedDefinition(
          "The body is not valid JSON: " + e.getOriginalMessage() + place(e));
    } catch (NumberFormatException e) {
      // What the library leaves as it is: an exponent that is no int.
      throw new MalformedDefinition("The body has a number whose exponent is out of range.");
    }
  }

  private static void check(JsonNode node, JsonPointer place) {
    if (node.isNumber()) {
      checkExponent(node.decimalValue(), place);
    } else if (node.isString()) {
      checkCharacters(node.stringValue(), place);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        check(node.get(i), place.appendIndex(i));
      }
    } else {
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        JsonPointer inside = place.appendProperty(each.getKey());
        checkCharacters(each.getKey(), inside);
        check(each.getValue(), inside);
      }
    }
  }

  /** Written out in plain decimals, a short number may be longer than any memory. */
  private static void checkExponent(BigDecimal number, JsonPointer place) {
    if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
      throw new MalformedDefinition(
          "The number at %s has an exponent that is out of range: allowed are %d to %d."
              .formatted(place, -LARGEST_EXPONENT, LARGEST_EXPONENT));
    }
  }

  /** The database refuses U+0000, and half of a pair would come back as another character. */
  private static void checkCharacters(String text, JsonPointer place) {
    if (text.indexOf(0) >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new MalformedDefinition(
          "The text at %s has U+0000 or half of a surrogate pair: allowed are all other characters."
              .formatted(place));
    }
  }

  private static String place(JacksonException e) {
    return e.getLocation() == null
        ? ""
        : " (line %d, column %d)"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }
}
