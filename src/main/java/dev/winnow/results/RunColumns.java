package dev.winnow.results;

import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Measurement;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.Trained;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run as a row of its table: the columns but for its id and its trial. */
final class RunColumns {
  private static final String EARLY_STOP = "early_stop";
  private static final String END = "end";

  private static final List<String> NAMES =
      Stream.of(
              Stream.of("round", "arm", "replicate", "state", "kept", "density"),
              measurement(EARLY_STOP),
              measurement(END),
              Stream.of("diverged_at", "divergence", "seconds", "signature", "path", "jvm"),
              Stream.of("commit_id", "data_checksum", "mask_sha256", "weights_sha256"),
              Stream.of("finished_at"))
          .flatMap(names -> names)
          .toList();

  /** The names, separated by commas. */
  static final String LIST = String.join(", ", NAMES);

  /** A statement's parameters in the order of {@link #LIST}. */
  static final String PARAMETERS =
      NAMES.stream().map(name -> ":" + name).collect(Collectors.joining(", "));

  private RunColumns() {}

  private static Stream<String> measurement(String when) {
    return Stream.of(
            "iteration",
            "validation_loss",
            "validation_accuracy",
            "test_loss",
            "test_accuracy",
            "correct")
        .map(name -> when + "_" + name);
  }

  /** The value of each column, by its name; null where the run has none. */
  static Map<String, @Nullable Object> of(Run run, Instant finishedAt) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    NAMES.forEach(name -> columns.put(name, null));
    columns.put("round", run.key().round());
    columns.put("arm", run.key().arm());
    columns.put("replicate", run.key().replicate());
    columns.put("state", run.state().name());
    columns.put("finished_at", Timestamp.from(finishedAt));
    put(columns, run.outcome().mask());
    put(columns, run.provenance());
    put(columns, run.outcome());
    return columns;
  }

  private static void put(Map<String, @Nullable Object> columns, Mask mask) {
    columns.put("kept", mask.keptPerTensor().toArray(Integer[]::new));
    columns.put("density", mask.density());
    columns.put("mask_sha256", mask.sha256());
  }

  private static void put(Map<String, @Nullable Object> columns, WorkerProvenance worker) {
    columns.put("signature", worker.signature());
    columns.put("jvm", worker.jvm());
    columns.put("commit_id", worker.commit());
    columns.put("data_checksum", worker.dataChecksum());
  }

  private static void put(Map<String, @Nullable Object> columns, Outcome outcome) {
    columns.put("seconds", outcome.seconds());
    columns.put("path", outcome.path());
    if (outcome instanceof Trained trained) {
      put(columns, EARLY_STOP, trained.atEarlyStop());
      put(columns, END, trained.atEnd());
      columns.put("weights_sha256", trained.finalWeights().sha256());
    } else if (outcome instanceof Diverged diverged) {
      columns.put("diverged_at", diverged.iteration());
      columns.put("divergence", diverged.reason());
    }
  }

  private static void put(
      Map<String, @Nullable Object> columns, String when, Measurement measurement) {
    columns.put(when + "_iteration", measurement.iteration());
    columns.put(when + "_validation_loss", measurement.validation().loss());
    columns.put(when + "_validation_accuracy", measurement.validation().accuracy());
    columns.put(when + "_test_loss", measurement.test().loss());
    columns.put(when + "_test_accuracy", measurement.test().accuracy());
    columns.put(when + "_correct", measurement.correct().toByteArray());
  }
}
