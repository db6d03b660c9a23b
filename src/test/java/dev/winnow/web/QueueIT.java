package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QueueIT extends PlayedExperiment {
  private long submit(String more) {
    Answer answer = post("/api/v1/experiments", DEFINITION.replaceFirst("\\{", "{" + more + ", "));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("id").longValue();
  }

  @Test
  void work_for_a_gpu_says_in_the_queue_and_in_its_experiment_that_it_waits_for_a_gpu_worker() {
    long id = submit("\"pool\": \"gpu\", \"priority\": 100");
    JsonNode entry = get("/api/v1/queue?limit=1").json().get(0);
    assertThat(entry.get("experiment").longValue()).isEqualTo(id);
    assertThat(entry.get("name").stringValue()).isEqualTo("Under way");
    assertThat(entry.get("trial").intValue()).isEqualTo(1);
    assertThat(entry.get("pool").stringValue()).isEqualTo("gpu");
    assertThat(entry.get("priority").intValue()).isEqualTo(100);
    assertThat(entry.at("/waiting/reason").stringValue()).isEqualTo("WORKER");
    assertThat(entry.at("/waiting/why").stringValue()).contains("a worker of pool gpu");
    JsonNode trial = get(path(id, "")).json().at("/trialList/0");
    assertThat(trial.get("waiting")).isEqualTo(entry.get("waiting"));
    assertThat(get(path(id, "/trials/1")).json().get("waiting")).isEqualTo(entry.get("waiting"));
    post(path(id, "/pause"), "");
    assertThat(get(path(id, "")).json().at("/trialList/0/waiting").isNull()).isTrue();
    assertThat(get("/api/v1/queue?limit=1").text()).doesNotContain("\"experiment\":" + id + ",");
  }

  @Test
  void a_limit_that_is_none_is_refused() {
    JsonNode problem = get("/api/v1/queue?limit=0").json();
    assertThat(problem.get("parameter").stringValue()).isEqualTo("limit");
    assertThat(problem.get("allowed").stringValue()).contains("1 to 1000");
  }
}
