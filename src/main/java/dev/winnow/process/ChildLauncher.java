package dev.winnow.process;

import dev.winnow.lottery.EngineFailure;
import dev.winnow.lottery.TrainerDied;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.event.Level;

/** Starts one child and waits until it calls back on a socket that only this user can reach. */
final class ChildLauncher {
  private final ChildCommand command;

  ChildLauncher(ChildCommand command) {
    this.command = command;
  }

  /**
   * @throws EngineFailure if the child does not start or does not call back in time
   */
  ChildProcess launch() {
    try (PrivateFolder folder = PrivateFolder.create();
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      Path socket = folder.path().resolve("socket");
      server.bind(UnixDomainSocketAddress.of(socket));
      Process process = start(folder.path(), socket);
      ChildLog log = new ChildLog(process.pid());
      log.follow(process.getInputStream(), Level.DEBUG);
      log.follow(process.getErrorStream(), Level.WARN);
      Connection connection = accept(server, process);
      return new ChildProcess(process, log, connection, command);
    } catch (IOException e) {
      throw new EngineFailure("A training process cannot be started: " + e, e);
    }
  }

  private Process start(Path folder, Path socket) throws IOException {
    Files.createDirectories(command.crashes());
    Path arguments = folder.resolve("arguments");
    Files.writeString(arguments, ChildCommand.argumentFile(command.arguments(socket)));
    ProcessBuilder builder = new ProcessBuilder(command.java().toString(), "@" + arguments);
    builder.environment().putAll(command.environment());
    return builder.start();
  }

  /** Closing the socket is what ends the wait, when the child dies or time is up. */
  private Connection accept(ServerSocketChannel server, Process process) throws IOException {
    CompletableFuture<Void> patience =
        process
            .onExit()
            .completeOnTimeout(
                process, command.settings().startTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .thenRun(() -> close(server));
    try {
      return new Connection(server.accept());
    } catch (IOException e) {
      boolean died = !process.isAlive();
      process.destroyForcibly();
      throw new TrainerDied(
          died
              ? ChildProcess.exitReason(process, command)
              : "The training process did not call back within "
                  + command.settings().startTimeout(),
          e);
    } finally {
      patience.cancel(false);
    }
  }

  private static void close(ServerSocketChannel server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new EngineFailure("Cannot close a socket: " + e, e);
    }
  }
}
