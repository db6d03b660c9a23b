package dev.winnow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winnow.TableOwners.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each table has one class that writes it, by one technology, and one room that knows it. */
class TableOwnersTest {
  private static final Set<String> TABLES =
      TableOwners.tables(read(Path.of("db/migration"), ".sql").map(Source::text));

  private static final List<Source> MAIN = read(Path.of("src/main/java"), ".java").toList();

  /** Where each table may be named in SQL. */
  private static final Map<String, Set<String>> TABLES_BY_ROOM =
      Map.of(
          "experiment",
          Set.of("attempt", "event", "experiment", "idempotency_key", "progress", "sweep", "trial"),
          "results",
          Set.of(
              "artifact",
              "artifact_chunk",
              "checkpoint",
              "checkpoint_chunk",
              "learning_curve",
              "run"),
          "queue",
          Set.of("lease", "queue_cpu", "queue_gpu", "rotation", "worker", "worker_signature"));

  @Test
  void each_table_is_named_in_one_room() {
    assertThat(trespasses(MAIN)).isEmpty();
    assertThat(TABLES_BY_ROOM.values().stream().flatMap(Set::stream))
        .containsExactlyInAnyOrderElementsOf(TABLES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "experiment|run|\"select max(round) from run where trial_id = ?\"",
        "experiment|run|\"select * from experiment e, run where e.id = ?\"",
        "experiment|run|\"select count(*) from experiment e, run\"",
        "experiment|learning_curve|\"select 1 from trial t LEFT JOIN learning_curve c on true\"",
        "experiment|artifact_chunk|new Chunks(jdbc, \"artifact_chunk\", \"artifact_id\")",
        "results|trial|\"delete from run where trial_id in (select id from trial)\"",
        "results|experiment|@Query(\"select e from Experiment e\")",
        "results|event|@Entity class Event {}",
        "report|run|\"select count(*) from run\"",
        "web|lease|\"update lease set worker = null\""
      })
  void a_table_that_is_named_in_another_room_is_found(String room, String table, String planted) {
    Source source = new Source("Planted", "package dev.winnow." + room + ";\n" + planted);
    assertThat(trespasses(List.of(source))).contains(room + ": Planted names " + table);
  }

  /** Where classes name tables that their rooms do not have. */
  private static List<String> trespasses(List<Source> sources) {
    List<String> trespasses = new ArrayList<>();
    new TableOwners(TABLES, sources)
        .named()
        .forEach(
            (source, tables) -> {
              Set<String> own = TABLES_BY_ROOM.getOrDefault(source.room(), Set.of());
              tables.stream()
                  .filter(table -> !own.contains(table))
                  .map(table -> source.room() + ": " + source.name() + " names " + table)
                  .forEach(trespasses::add);
            });
    return trespasses;
  }

  @Test
  void each_table_has_one_owner_and_one_technology() {
    assertThat(new TableOwners(TABLES, MAIN).disputed()).isEmpty();
  }

  @Test
  void what_moves_is_written_by_jpa_and_what_is_appended_by_sql() {
    TableOwners owners = new TableOwners(TABLES, MAIN);
    assertThat(owners.writers().get("experiment")).containsExactly("Experiment by JPA");
    assertThat(owners.writers().get("trial")).containsExactly("Trial by JPA");
    assertThat(owners.writers().get("sweep")).containsExactly("Sweep by JPA");
    assertThat(owners.writers().get("event")).containsExactly("Event by JPA");
    assertThat(owners.writers().get("run")).containsExactly("Runs by SQL");
    assertThat(owners.writers().get("artifact_chunk")).containsExactly("Artifacts by SQL");
    assertThat(owners.writers().entrySet())
        .filteredOn(entry -> entry.getValue().toString().contains("JPA"))
        .hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "experiment|jdbc.sql(\"update experiment set sweep_id = ? where id = ?\")",
        "experiment|@Query(\"update Experiment e set e.name = :name\")",
        "event|jdbc.sql(\"insert into event (experiment_id, number) values (?, ?)\")",
        "run|jdbc.sql(\"DELETE FROM run WHERE trial_id = ?\")",
        "run|@Entity class Run {}",
        "run|@Entity @Table(name = \"run\") class Training {}",
        "lease|jdbc.sql(\"INSERT INTO lease (work_id) VALUES (?)\")",
        "attempt|jdbc.sql(\"update attempt as a set losses = 0\")",
        "artifact_chunk|new Chunks(jdbc, \"artifact_chunk\", \"artifact_id\")",
        "progress|jdbc.sql(\"truncate progress\")"
      })
  void a_second_writer_is_found(String table, String planted) {
    List<Source> sources = new ArrayList<>(MAIN);
    sources.add(new Source("Planted", planted));
    assertThat(new TableOwners(TABLES, sources).disputed()).containsOnlyKeys(table);
  }

  @Test
  void a_table_that_nobody_writes_is_found() {
    List<Source> sources = MAIN.stream().filter(source -> !source.name().equals("Runs")).toList();
    assertThat(new TableOwners(TABLES, sources).disputed()).containsOnlyKeys("run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"insert into %s (id) values (1)\"",
        "\"insert into \" + table",
        "\"update \" + table + \" set id = 1\""
      })
  void a_write_to_a_table_that_cannot_be_told_is_refused(String planted) {
    List<Source> sources = List.of(new Source("Planted", planted));
    assertThatThrownBy(() -> new TableOwners(TABLES, sources))
        .hasMessageStartingWith("Planted by SQL writes what is no table: ");
  }

  private static Stream<Source> read(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .map(TableOwnersTest::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source read(Path file) {
    try {
      String name = file.getFileName().toString();
      return new Source(name.substring(0, name.indexOf('.')), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
