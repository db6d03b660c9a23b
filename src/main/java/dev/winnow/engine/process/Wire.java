package dev.winnow.engine.process;

import dev.winnow.architecture.Layout;
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
import dev.winnow.lottery.Training;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns what the processes exchange into frames and back, without loss of a bit. */
final class Wire {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The parts of {@link Message.Done} before the kept weights. */
  private static final int ALWAYS = 3;

  private Wire() {}

  static Frame frame(Message message, byte[]... parts) {
    return new Frame(JSON.writeValueAsString(message), List.of(parts));
  }

  static Message message(Frame frame) {
    return JSON.readValue(frame.header(), Message.class);
  }

  static Frame train(Training training, Duration checkpointEvery, Optional<Checkpoint> origin) {
    Ticket ticket = training.ticket();
    List<byte[]> parts = new ArrayList<>(parts(ticket));
    training.memory().ifPresent(memory -> parts.add(memory.toBytes()));
    origin.ifPresent(checkpoint -> parts.add(checkpoint.bytes()));
    Message train =
        new Message.Train(
            checkpointEvery.toMillis(),
            origin.map(Checkpoint::iteration),
            training.from(),
            training.keep().stream().sorted().toList(),
            ticket.frozen(),
            training.memory().isPresent(),
            training.keepsMemory());
    return frame(train, parts.toArray(byte[][]::new));
  }

  static Frame differentiate(Ticket ticket, Objective objective) {
    Message message = new Message.Differentiate(objective, ticket.frozen());
    return frame(message, parts(ticket).toArray(byte[][]::new));
  }

  static Frame gradient(Weights gradient) {
    return frame(new Message.Gradient(), gradient.toBytes());
  }

  private static List<byte[]> parts(Ticket ticket) {
    long[] words = ticket.mask().toWords();
    ByteBuffer mask = ByteBuffer.allocate(words.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    mask.asLongBuffer().put(words);
    return List.of(mask.array(), ticket.start().toBytes());
  }

  static Optional<Checkpoint> origin(Message.Train train, List<byte[]> parts) {
    return train
        .from()
        .map(iteration -> new Checkpoint(iteration, parts.get(train.remembers() ? 3 : 2)));
  }

  static Frame saved(Checkpoint checkpoint) {
    return frame(new Message.Saved(checkpoint.iteration()), checkpoint.bytes());
  }

  static Training training(Layout layout, Frame frame) {
    Message.Train train = (Message.Train) message(frame);
    Ticket ticket = ticket(layout, frame.parts(), train.frozen());
    Optional<OptimizerMemory> memory =
        train.remembers()
            ? Optional.of(OptimizerMemory.fromBytes(layout, frame.parts().get(2)))
            : Optional.empty();
    return new Training(
        ticket, train.start(), Set.copyOf(train.keep()), memory, train.keepsMemory());
  }

  static Ticket ticket(Layout layout, List<byte[]> parts, boolean frozen) {
    int[] kept = BitSet.valueOf(parts.get(0)).stream().toArray();
    Weights start = Weights.fromBytes(layout, parts.get(1));
    return new Ticket(Mask.keeping(layout, kept), start, frozen);
  }

  static Frame outcome(Outcome outcome) {
    if (outcome instanceof Trained trained) {
      SortedMap<Integer, Weights> kept = new TreeMap<>(trained.kept());
      Stream<byte[]> parts =
          Stream.of(
                  Stream.of(
                      trained.finalWeights().toBytes(),
                      trained.atEarlyStop().correct().toByteArray(),
                      trained.atEnd().correct().toByteArray()),
                  kept.values().stream().map(Weights::toBytes),
                  trained.memory().stream().map(OptimizerMemory::toBytes))
              .flatMap(part -> part);
      return frame(
          new Message.Done(
              List.copyOf(kept.keySet()),
              trained.memory().isPresent(),
              trained.curve(),
              moment(trained.atEarlyStop()),
              moment(trained.atEnd()),
              trained.seconds(),
              trained.path()),
          parts.toArray(byte[][]::new));
    }
    Diverged d = (Diverged) outcome;
    return frame(new Message.Diverged(d.iteration(), d.reason(), d.curve(), d.seconds(), d.path()));
  }

  static Trained trained(Layout layout, Message.Done done, List<byte[]> parts) {
    Map<Integer, Weights> kept = new HashMap<>();
    for (int i = 0; i < done.kept().size(); i++) {
      kept.put(done.kept().get(i), Weights.fromBytes(layout, parts.get(ALWAYS + i)));
    }
    return new Trained(
        Weights.fromBytes(layout, parts.get(0)),
        kept,
        done.memory()
            ? Optional.of(OptimizerMemory.fromBytes(layout, parts.get(ALWAYS + done.kept().size())))
            : Optional.empty(),
        done.curve(),
        measurement(done.atEarlyStop(), parts.get(1)),
        measurement(done.atEnd(), parts.get(2)),
        done.seconds(),
        done.path());
  }

  static Diverged diverged(Message.Diverged d) {
    return new Diverged(d.iteration(), d.reason(), d.curve(), d.seconds(), d.path());
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
