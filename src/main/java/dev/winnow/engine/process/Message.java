package dev.winnow.engine.process;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.winnow.dataset.DatasetProperties;
import dev.winnow.engine.TrialSetup;
import dev.winnow.lottery.Objective;
import dev.winnow.training.LearningCurve;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.LearningCurve.Score;
import java.util.List;
import java.util.Optional;

/** The headers that the two processes exchange. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Message.Open.class, name = "open"),
  @JsonSubTypes.Type(value = Message.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Message.Train.class, name = "train"),
  @JsonSubTypes.Type(value = Message.Differentiate.class, name = "differentiate"),
  @JsonSubTypes.Type(value = Message.Gradient.class, name = "gradient"),
  @JsonSubTypes.Type(value = Message.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = Message.Beat.class, name = "beat"),
  @JsonSubTypes.Type(value = Message.Saved.class, name = "saved"),
  @JsonSubTypes.Type(value = Message.Done.class, name = "done"),
  @JsonSubTypes.Type(value = Message.Diverged.class, name = "diverged"),
  @JsonSubTypes.Type(value = Message.Failed.class, name = "failed")
})
sealed interface Message {
  /**
   * To the child, first and for every other trial of the same parent: load the data. Answered by
   * {@link Ready} or {@link Failed}.
   */
  record Open(TrialSetup setup, DatasetProperties datasets) implements Message {}

  /**
   * @param blasCore the kernels that OpenBLAS uses in this process
   */
  record Ready(String signature, String dataChecksum, Optional<String> blasCore)
      implements Message {}

  /**
   * To the child: train. Parts are the mask's words and the starting weights, then the optimizer's
   * memory if it has one, then the bytes of a checkpoint if it goes on. Answered by any number of
   * {@link Progress}, {@link Beat} and {@link Saved}, then {@link Done}, {@link Diverged} or {@link
   * Failed}.
   *
   * @param checkpointEvery milliseconds from one {@link Saved} to the next
   * @param from the checkpoint's iteration
   * @param start the iteration at which the training begins if there is no checkpoint
   * @param keep the iterations after which weights are handed back, ascending
   * @param frozen whether pruned weights keep their starting values
   * @param remembers whether there is a memory of the optimizer
   * @param keepsMemory whether that of the end is handed back
   */
  record Train(
      long checkpointEvery,
      Optional<Integer> from,
      int start,
      List<Integer> keep,
      boolean frozen,
      boolean remembers,
      boolean keepsMemory)
      implements Message {}

  /**
   * To the child: differentiate. Parts are the mask's words and the weights. Answered by {@link
   * Gradient} or {@link Failed}.
   *
   * @param frozen whether pruned weights have values
   */
  record Differentiate(Objective objective, boolean frozen) implements Message {}

  /** Its part is a number for each weight. */
  record Gradient() implements Message {}

  /** The training goes on. */
  record Beat(int iteration) implements Message {}

  /** Its part is the bytes of a checkpoint. */
  record Saved(int iteration) implements Message {}

  record Progress(Point point, int iterations) implements Message {}

  /**
   * Parts are the final weights, the right answers at early stop and at the end, the weights after
   * each of the iterations to be kept, and the optimizer's memory.
   *
   * @param memory whether there is one
   */
  record Done(
      List<Integer> kept,
      boolean memory,
      LearningCurve curve,
      Moment atEarlyStop,
      Moment atEnd,
      double seconds,
      String path)
      implements Message {}

  record Diverged(int iteration, String reason, LearningCurve curve, double seconds, String path)
      implements Message {}

  /** What was asked could not be done. */
  record Failed(String reason) implements Message {}

  /** A measurement without its bits. */
  record Moment(int iteration, Score validation, Score test) {}
}
