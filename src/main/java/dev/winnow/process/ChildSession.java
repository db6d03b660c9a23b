package dev.winnow.process;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.dataset.DatasetProperties;
import dev.winnow.engine.Engine;
import dev.winnow.engine.TrialSetup;
import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.Trainer;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The child's side of the conversation: opens a trainer, then trains whatever is sent. */
final class ChildSession {
  private static final Logger log = LoggerFactory.getLogger(ChildSession.class);

  private final Connection connection;
  private final Function<DatasetProperties, Engine> engines;
  private final Supplier<Optional<String>> blasCore;

  ChildSession(
      Connection connection,
      Function<DatasetProperties, Engine> engines,
      Supplier<Optional<String>> blasCore) {
    this.connection = connection;
    this.engines = engines;
    this.blasCore = blasCore;
  }

  /**
   * Serves until the parent is gone.
   *
   * @throws java.io.EOFException when it is
   */
  void serve() throws IOException {
    Message.Open open = (Message.Open) WireFormat.message(connection.receive());
    Engine engine = engines.apply(open.datasets());
    while (true) {
      open = serve(engine, open.setup());
    }
  }

  /** Trains for one trial until the parent asks for another. */
  private Message.Open serve(Engine engine, TrialSetup setup) throws IOException {
    try (Trainer trainer = engine.open(setup)) {
      connection.send(
          WireFormat.frame(
              new Message.Ready(trainer.signature(), trainer.dataChecksum(), blasCore.get())));
      return serve(setup.layout(), trainer);
    } catch (RuntimeException e) {
      refuse(e);
      return (Message.Open) WireFormat.message(connection.receive());
    }
  }

  private Message.Open serve(ParameterLayout layout, Trainer trainer) throws IOException {
    Requests requests = new Requests(connection, layout, trainer);
    while (true) {
      Frame request = connection.receive();
      Message message = WireFormat.message(request);
      if (message instanceof Message.Open open) {
        return open;
      }
      try {
        connection.send(requests.answer(message, request));
      } catch (RuntimeException e) {
        refuse(e);
      }
    }
  }

  private void refuse(RuntimeException e) throws IOException {
    if (!(e instanceof EngineFailure)) {
      log.error("A request failed", e);
    }
    String reason = e instanceof EngineFailure ? e.getMessage() : e.toString();
    connection.send(WireFormat.frame(new Message.Failed(String.valueOf(reason))));
  }
}
