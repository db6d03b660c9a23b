package dev.winnow.process;

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
  @JsonSubTypes.Type(value = Message.Begin.class, name = "begin"),
  @JsonSubTypes.Type(value = Message.Begun.class, name = "begun"),
  @JsonSubTypes.Type(value = Message.Proceed.class, name = "proceed"),
  @JsonSubTypes.Type(value = Message.Reached.class, name = "reached"),
  @JsonSubTypes.Type(value = Message.Look.class, name = "look"),
  @JsonSubTypes.Type(value = Message.End.class, name = "end"),
  @JsonSubTypes.Type(value = Message.Differentiate.class, name = "differentiate"),
  @JsonSubTypes.Type(value = Message.Values.class, name = "values"),
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
   * To the child: begin a training, or go on with it. Parts are those of a ticket, {@code memory}
   * if the optimizer has one, and {@code checkpoint} if it goes on. Answered by {@link Begun} or
   * {@link Failed}.
   *
   * @param checkpointEvery milliseconds from one {@link Saved} to the next
   * @param from the checkpoint's iteration
   * @param start the iteration at which the training begins if there is no checkpoint
   * @param keep the iterations after which weights are handed back, ascending
   * @param frozen whether pruned weights keep their starting values
   */
  record Begin(
      long checkpointEvery, Optional<Integer> from, int start, List<Integer> keep, boolean frozen)
      implements Message {}

  /**
   * Its part is the {@code mask} under which the training begins or goes on.
   *
   * @param iteration iterations done
   * @param iterations the full budget
   */
  record Begun(int iteration, int iterations) implements Message {}

  /**
   * To the child: train on, under the {@code mask} that comes along if there is one. Answered by
   * any number of {@link Progress}, {@link Beat} and {@link Saved}, then {@link Reached} or {@link
   * Failed}.
   */
  record Proceed(int until) implements Message {}

  /**
   * @param finite false if the training diverged there
   */
  record Reached(int iteration, boolean finite) implements Message {}

  /**
   * To the child, perhaps with a {@code mask}: hand the weights over. Answered as a gradient is.
   */
  record Look() implements Message {}

  /**
   * To the child, perhaps with a {@code mask}: end the training. Answered by any number of {@link
   * Progress}, then {@link Done}, {@link Diverged} or {@link Failed}.
   */
  record End() implements Message {}

  /**
   * To the child: differentiate. Parts are those of a ticket. Answered by {@link Values} or {@link
   * Failed}.
   *
   * @param frozen whether pruned weights have values
   */
  record Differentiate(Objective objective, boolean frozen) implements Message {}

  /** Its part {@code values} has a number for each weight. */
  record Values() implements Message {}

  /** The training goes on. */
  record Beat(int iteration) implements Message {}

  /** Its part {@code checkpoint} is the bytes of one. */
  record Saved(int iteration) implements Message {}

  record Progress(Point point, int iterations) implements Message {}

  /**
   * Parts are the {@code mask}, the {@code final} weights, the right answers {@code
   * correct-at-early-stop} and {@code correct-at-end}, the weights {@code kept-…} after each of the
   * iterations to be kept, and the optimizer's {@code memory}.
   */
  record Done(
      List<Integer> kept,
      LearningCurve curve,
      Moment atEarlyStop,
      Moment atEnd,
      double seconds,
      String path)
      implements Message {}

  /** Its part is the {@code mask}. */
  record Diverged(int iteration, String reason, LearningCurve curve, double seconds, String path)
      implements Message {}

  /** What was asked could not be done. */
  record Failed(String reason) implements Message {}

  /** A measurement without its bits. */
  record Moment(int iteration, Score validation, Score test) {}
}
