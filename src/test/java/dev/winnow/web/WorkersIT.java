package dev.winnow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class WorkersIT extends RunningApi {
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void given_a_worker_in_a_run_and_one_that_is_gone() {
    jdbc.sql("delete from worker").update();
    UUID there = worker("there", "2 seconds", "1 day");
    worker("gone", "2 minutes", "1 hour");
    jdbc.sql(
            """
            insert into lease (work_id, epoch, worker, activity, claimed_at)
            values ('trial-7000', 1, ?, cast(? as jsonb), '2026-01-01T00:00:00Z'),
              ('trial-8000', 1, ?, null, '2026-01-01T00:00:00Z')
            on conflict (work_id) do update set worker = excluded.worker
            """)
        .params(
            there,
            "{\"experiment\":1,\"trial\":2,\"round\":3,\"arm\":\"ticket\",\"replicate\":1}",
            there)
        .update();
  }

  private UUID worker(String host, String silentFor, String age) {
    return jdbc.sql(
            """
            insert into worker
              (id, host, pid, pools, device, slots, version, started_at, heartbeat_at)
            values (gen_random_uuid(), ?, 4711, '{cpu}', 'a processor', 2, '1',
              clock_timestamp() - cast(? as interval), clock_timestamp() - cast(? as interval))
            returning id
            """)
        .params(host, age, silentFor)
        .query(UUID.class)
        .single();
  }

  @Test
  void a_worker_is_listed_with_the_runs_it_is_in() {
    JsonNode workers = get("/api/v1/workers").json();
    assertThat(workers.size()).isEqualTo(2);
    JsonNode worker = workers.get(0);
    assertThat(worker.get("host").stringValue()).isEqualTo("there");
    assertThat(worker.get("pools").toString()).isEqualTo("[\"cpu\"]");
    assertThat(worker.get("state").stringValue()).isEqualTo("ACTIVE");
    assertThat(Instant.parse(worker.get("lastHeartbeat").stringValue()))
        .isAfter(Instant.parse(worker.get("startedAt").stringValue()));
    assertThat(worker.get("work").toString())
        .isEqualTo(
            "[{\"experiment\":1,\"trial\":2,\"round\":3,\"arm\":\"ticket\",\"replicate\":1,"
                + "\"since\":\"2026-01-01T00:00:00Z\"}]");
  }

  @Test
  void a_worker_is_drained_and_resumed_as_often_as_one_asks() {
    String worker = "/api/v1/workers/" + get("/api/v1/workers").json().at("/0/id").stringValue();
    for (int i = 0; i < 2; i++) {
      assertThat(post(worker + "/drain", "").json().get("state").stringValue())
          .isEqualTo("DRAINING");
    }
    jdbc.sql("update lease set worker = null").update();
    assertThat(post(worker + "/drain", "").json().get("state").stringValue()).isEqualTo("DRAINED");
    for (int i = 0; i < 2; i++) {
      assertThat(post(worker + "/resume", "").json().get("state").stringValue())
          .isEqualTo("ACTIVE");
    }
  }

  @Test
  void a_worker_that_is_not_there_is_not_drained() {
    String nobody = "/api/v1/workers/" + UUID.randomUUID();
    assertThat(post(nobody + "/drain", "").status()).isEqualTo(404);
    assertThat(post(nobody + "/resume", "").status()).isEqualTo(404);
    assertThat(post("/api/v1/workers/first/drain", "").json().get("allowed").stringValue())
        .isEqualTo("a UUID");
  }

  @Test
  void a_worker_that_is_gone_is_listed_as_such() {
    JsonNode worker = get("/api/v1/workers").json().get(1);
    assertThat(worker.get("host").stringValue()).isEqualTo("gone");
    assertThat(worker.get("state").stringValue()).isEqualTo("SILENT");
    assertThat(worker.get("work").isEmpty()).isTrue();
  }
}
