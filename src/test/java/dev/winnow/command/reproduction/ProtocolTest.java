package dev.winnow.command.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProtocolTest {
  private static final String PRESET =
      """
      {"name": "a", "dataset": {"name": "mnist"}, "architecture": {"name": "lenet-300-100"},
       "training": {"optimizer": {"name": "adam", "learningRate": 0.0012}, "budget": "50000it",
         "path": "auto", "testEvaluation": "best-and-last"},
       "pruning": {"removedPerRound": {"default": 0.2}, "rounds": 20}, "rewind": {"to": "0it"},
       "arms": [], "trials": {"count": 5, "seed": 1}}
      """;

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  private static List<String> departures(String from, String to) {
    assertThat(PRESET).contains(from);
    return new Protocol(json(PRESET)).departures(json(PRESET.replace(from, to)));
  }

  @Test
  void what_decides_no_number_may_differ() {
    assertThat(departures("\"name\": \"a\"", "\"name\": \"b\"")).isEmpty();
    assertThat(departures("\"seed\": 1", "\"seed\": 100")).isEmpty();
    assertThat(departures("0.0012", "0.00120")).isEmpty();
    assertThat(departures("\"auto\"", "\"dense\"")).isEmpty();
    assertThat(departures("\"count\": 5", "\"count\": 20")).isEmpty();
    assertThat(departures("\"rounds\": 20", "\"rounds\": 24")).isEmpty();
  }

  @Test
  void another_protocol_is_named_by_its_fields() {
    assertThat(departures("50000it", "5000it"))
        .containsExactly("/training/budget is \"5000it\", not \"50000it\".");
    assertThat(departures("0.0012", "0.001"))
        .containsExactly("/training/optimizer/learningRate is 0.001, not 0.0012.");
    assertThat(departures("\"count\": 5", "\"count\": 3"))
        .containsExactly("/trials/count is 3, not at least 5.");
    assertThat(departures("\"rounds\": 20", "\"rounds\": 15"))
        .containsExactly("/pruning/rounds is 15, not at least 20.");
    assertThat(departures("{\"name\": \"mnist\"}", "{\"name\": \"mnist\", \"validation\": 5000}"))
        .containsExactly("/dataset/validation is 5000, not left out.");
  }
}
