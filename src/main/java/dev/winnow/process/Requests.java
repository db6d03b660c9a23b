package dev.winnow.process;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.TrainingSession;
import java.util.Optional;

/**
 * Answers what the parent asks of one trial's trainer. Between requests a training keeps its
 * network.
 */
final class Requests {
  private final Connection connection;
  private final ParameterLayout layout;
  private final Trainer trainer;
  private Optional<TrainingSession> training = Optional.empty();

  Requests(Connection connection, ParameterLayout layout, Trainer trainer) {
    this.connection = connection;
    this.layout = layout;
    this.trainer = trainer;
  }

  Frame answer(Message message, Frame request) {
    if (message instanceof Message.Differentiate asked) {
      return WireFormat.values(
          trainer.gradient(WireFormat.ticket(layout, request, asked.frozen()), asked.objective()));
    }
    if (message instanceof Message.Begin begin) {
      return begin(begin, request);
    }
    TrainingSession session =
        training.orElseThrow(() -> new IllegalStateException("No training has begun: " + message));
    WireFormat.mask(layout, request).ifPresent(session::change);
    if (message instanceof Message.Proceed proceed) {
      boolean finite = session.trainUntil(proceed.until());
      return WireFormat.frame(new Message.Reached(session.iteration(), finite));
    }
    if (message instanceof Message.Look) {
      return WireFormat.values(session.weights());
    }
    training = Optional.empty();
    return WireFormat.outcome(session.end());
  }

  private Frame begin(Message.Begin begin, Frame request) {
    // The network of a training that was given up goes before the next one's is made.
    training = Optional.empty();
    ProgressReports reports =
        new ProgressReports(connection, begin, WireFormat.origin(begin, request));
    TrainingSession session = trainer.begin(WireFormat.training(layout, begin, request), reports);
    training = Optional.of(session);
    Message begun = new Message.Begun(session.iteration(), session.iterations());
    return WireFormat.with(WireFormat.frame(begun), session.mask());
  }
}
