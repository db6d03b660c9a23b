package dev.winnow.catalog;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a researcher picked: the name of a plug-in with values for its own parameters. As JSON it is
 * flat: {@code {"name": "adam", "learningRate": 0.0012}}.
 *
 * @param name an entry of the catalog of its kind
 * @param parameters by parameter name: a {@code Number}, a {@code String}, a {@code Boolean}, a
 *     list or a map of these
 */
public record Choice(String name, @JsonAnyGetter Map<String, Object> parameters) {
  /** Keeps the order of the parameters and has one form of each number. */
  public Choice {
    Map<String, Object> copy =
        new LinkedHashMap<>(Objects.requireNonNullElse(parameters, Map.of()));
    copy.replaceAll(
        (parameter, value) ->
            value instanceof Number number ? new BigDecimal(number.toString()) : value);
    parameters = Collections.unmodifiableMap(copy);
  }

  /** Reads the flat form. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Choice of(Map<String, Object> fields) {
    Map<String, Object> parameters = new LinkedHashMap<>(fields);
    Object name = parameters.remove("name");
    if (name == null) {
      throw new IllegalArgumentException("A choice needs a name, has " + fields.keySet());
    }
    return new Choice(name.toString(), parameters);
  }

  public static Choice of(String name) {
    return new Choice(name, Map.of());
  }

  public int integer(String parameter) {
    return decimal(parameter).intValueExact();
  }

  public BigDecimal decimal(String parameter) {
    return new BigDecimal(value(parameter).toString());
  }

  public String text(String parameter) {
    return value(parameter).toString();
  }

  /** A list of whole numbers. */
  public List<Integer> integers(String parameter) {
    return ((List<?>) value(parameter))
        .stream().map(number -> new BigDecimal(number.toString()).intValueExact()).toList();
  }

  public Object value(String parameter) {
    return Optional.ofNullable(parameters.get(parameter))
        .orElseThrow(() -> new IllegalArgumentException(name + " was chosen without " + parameter));
  }
}
