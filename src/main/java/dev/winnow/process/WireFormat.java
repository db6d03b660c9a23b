package dev.winnow.process;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.Measurement;
import dev.winnow.lottery.Objective;
import dev.winnow.lottery.OptimizerMemory;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.Ticket;
import dev.winnow.lottery.Trained;
import dev.winnow.lottery.TrainingRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns what the processes exchange into frames and back, without loss of a bit. */
final class WireFormat {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String MASK = "mask";
  private static final String START = "start";
  private static final String MEMORY = "memory";
  private static final String CHECKPOINT = "checkpoint";
  private static final String VALUES = "values";
  private static final String FINAL = "final";
  private static final String KEPT = "kept-";
  private static final String EARLY_STOP = "correct-at-early-stop";
  private static final String AT_END = "correct-at-end";

  private WireFormat() {}

  static Frame frame(Message message) {
    return new Frame(JSON.writeValueAsString(message), Map.of());
  }

  static Message message(Frame frame) {
    return JSON.readValue(frame.header(), Message.class);
  }

  static Frame begin(
      TrainingRequest training, Duration checkpointEvery, Optional<Checkpoint> origin) {
    Message begin =
        new Message.Begin(
            checkpointEvery.toMillis(),
            origin.map(Checkpoint::iteration),
            training.from(),
            training.keep().stream().sorted().toList(),
            training.ticket().frozen());
    Frame frame = with(frame(begin), training.ticket());
    if (training.memory().isPresent()) {
      frame = frame.with(MEMORY, training.memory().get().toBytes());
    }
    return origin.isPresent() ? frame.with(CHECKPOINT, origin.get().bytes()) : frame;
  }

  static Frame differentiate(Ticket ticket, Objective objective) {
    return with(frame(new Message.Differentiate(objective, ticket.frozen())), ticket);
  }

  static Frame values(Weights values) {
    return frame(new Message.Values()).with(VALUES, values.toBytes());
  }

  static Weights values(ParameterLayout layout, Frame frame) {
    return Weights.fromBytes(layout, frame.part(VALUES));
  }

  private static Frame with(Frame frame, Ticket ticket) {
    return with(frame, ticket.mask()).with(START, ticket.start().toBytes());
  }

  static Frame with(Frame frame, Mask mask) {
    long[] words = mask.toWords();
    ByteBuffer bytes =
        ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(words);
    return frame.with(MASK, bytes.array());
  }

  static Optional<Mask> mask(ParameterLayout layout, Frame frame) {
    return frame
        .find(MASK)
        .map(bytes -> Mask.keeping(layout, BitSet.valueOf(bytes).stream().toArray()));
  }

  static Optional<Checkpoint> origin(Message.Begin begin, Frame frame) {
    return begin.from().map(iteration -> new Checkpoint(iteration, frame.part(CHECKPOINT)));
  }

  static Frame saved(Checkpoint checkpoint) {
    Message saved = new Message.Saved(checkpoint.iteration());
    return frame(saved).with(CHECKPOINT, checkpoint.bytes());
  }

  static Checkpoint checkpoint(Message.Saved saved, Frame frame) {
    return new Checkpoint(saved.iteration(), frame.part(CHECKPOINT));
  }

  static TrainingRequest training(ParameterLayout layout, Message.Begin begin, Frame frame) {
    return new TrainingRequest(
        ticket(layout, frame, begin.frozen()),
        begin.start(),
        Set.copyOf(begin.keep()),
        frame.find(MEMORY).map(bytes -> OptimizerMemory.fromBytes(layout, bytes)));
  }

  static Ticket ticket(ParameterLayout layout, Frame frame, boolean frozen) {
    Weights start = Weights.fromBytes(layout, frame.part(START));
    return new Ticket(mask(layout, frame).orElseThrow(), start, frozen);
  }

  static Frame outcome(Outcome outcome) {
    if (outcome instanceof Trained trained) {
      return with(frame(done(trained)), trained);
    }
    Diverged d = (Diverged) outcome;
    Message diverged =
        new Message.Diverged(d.iteration(), d.reason(), d.curve(), d.seconds(), d.path());
    return with(frame(diverged), d.mask());
  }

  private static Message done(Trained trained) {
    return new Message.Done(
        trained.kept().keySet().stream().sorted().toList(),
        trained.curve(),
        moment(trained.atEarlyStop()),
        moment(trained.atEnd()),
        trained.seconds(),
        trained.path());
  }

  private static Frame with(Frame done, Trained trained) {
    Frame frame =
        with(done, trained.mask())
            .with(FINAL, trained.finalWeights().toBytes())
            .with(MEMORY, trained.memory().toBytes())
            .with(EARLY_STOP, trained.atEarlyStop().correct().toByteArray())
            .with(AT_END, trained.atEnd().correct().toByteArray());
    for (Map.Entry<Integer, Weights> kept : trained.kept().entrySet()) {
      frame = frame.with(KEPT + kept.getKey(), kept.getValue().toBytes());
    }
    return frame;
  }

  static Trained trained(ParameterLayout layout, Message.Done done, Frame frame) {
    Map<Integer, Weights> kept = new HashMap<>();
    for (int iteration : done.kept()) {
      kept.put(iteration, Weights.fromBytes(layout, frame.part(KEPT + iteration)));
    }
    return new Trained(
        mask(layout, frame).orElseThrow(),
        Weights.fromBytes(layout, frame.part(FINAL)),
        kept,
        OptimizerMemory.fromBytes(layout, frame.part(MEMORY)),
        done.curve(),
        measurement(done.atEarlyStop(), frame.part(EARLY_STOP)),
        measurement(done.atEnd(), frame.part(AT_END)),
        done.seconds(),
        done.path());
  }

  static Diverged diverged(ParameterLayout layout, Message.Diverged d, Frame frame) {
    Mask mask = mask(layout, frame).orElseThrow();
    return new Diverged(mask, d.iteration(), d.reason(), d.curve(), d.seconds(), d.path());
  }

  private static Message.Moment moment(Measurement measurement) {
    return new Message.Moment(
        measurement.iteration(), measurement.validation(), measurement.test());
  }

  private static Measurement measurement(Message.Moment moment, byte[] correct) {
    return new Measurement(
        moment.iteration(), moment.validation(), moment.test(), BitSet.valueOf(correct));
  }
}
