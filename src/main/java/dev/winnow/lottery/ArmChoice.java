package dev.winnow.lottery;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.winnow.catalog.Choice;
import java.util.Map;

/**
 * A control of an experiment.
 *
 * @param id unique in the definition; by default the name
 * @param name an entry of {@link Arms}
 * @param rounds the rounds in which it is trained
 * @param parameters the arm's own
 */
public record ArmChoice(
    String id, String name, RoundSet rounds, @JsonAnyGetter Map<String, Object> parameters) {
  @JsonCreator
  public ArmChoice(
      @JsonProperty("id") String id,
      @JsonProperty("name") String name,
      @JsonProperty("rounds") RoundSet rounds,
      @JsonAnySetter Map<String, Object> parameters) {
    this.id = id;
    this.name = name;
    this.rounds = rounds;
    this.parameters = new Choice(name, parameters).parameters();
  }

  public Choice choice() {
    return new Choice(name, parameters);
  }
}
