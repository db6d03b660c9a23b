package dev.winnow.catalog;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  @JsonCreator
  public Choice(@JsonProperty("name") String name, @JsonAnySetter Map<String, Object> parameters) {
    this.name = name;
    this.parameters =
        parameters == null
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
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
