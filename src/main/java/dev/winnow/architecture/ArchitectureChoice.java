package dev.winnow.architecture;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.winnow.catalog.Choice;
import java.util.Map;

/**
 * The network of an experiment.
 *
 * @param name an entry of {@link Architectures}
 * @param initialisation an entry of {@link Initialisations} with its parameters
 * @param parameters the architecture's own
 */
public record ArchitectureChoice(
    String name, Choice initialisation, @JsonAnyGetter Map<String, Object> parameters) {
  @JsonCreator
  public ArchitectureChoice(
      @JsonProperty("name") String name,
      @JsonProperty("initialisation") Choice initialisation,
      @JsonAnySetter Map<String, Object> parameters) {
    this.name = name;
    this.initialisation = initialisation;
    this.parameters = new Choice(name, parameters).parameters();
  }

  public Choice choice() {
    return new Choice(name, parameters);
  }
}
