package dev.winnow.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The cable between a process and PostgreSQL, which can be slow, held, dead or cut. */
final class Proxy implements AutoCloseable {
  /** Listens to one connection. What it does not let pass is the connection's end. */
  interface Tap {
    /** From the process to PostgreSQL. */
    default boolean sent(byte[] bytes, int length) {
      return true;
    }

    /** From PostgreSQL to the process. */
    default boolean answered(byte[] bytes, int length) {
      return true;
    }
  }

  private interface Filter {
    boolean passes(byte[] bytes, int length);
  }

  private enum Mode {
    PASS,
    /** Nothing arrives, but nothing is lost: it comes later. */
    HOLD,
    /** Nothing arrives, not even that a connection has ended, and nobody is told. */
    SWALLOW,
    /** New connections are reset. */
    REFUSE
  }

  private final ServerSocket server;
  private final int target;
  private final Supplier<Tap> taps;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Mode mode = Mode.PASS;
  private volatile Duration delay = Duration.ZERO;

  private Proxy(int target, Supplier<Tap> taps) throws IOException {
    this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    this.target = target;
    this.taps = taps;
    inBackground(this::accept);
  }

  /**
   * @param target the port of this machine to which the cable leads
   */
  static Proxy to(int target) throws IOException {
    return new Proxy(target, () -> new Tap() {});
  }

  /**
   * @param taps listen to one connection each
   */
  static Proxy to(int target, Supplier<Tap> taps) throws IOException {
    return new Proxy(target, taps);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Each piece of data takes this much longer. */
  void delay(Duration longer) {
    delay = longer;
  }

  /** From now on nothing arrives; what is under way comes with {@link #pass}. */
  void hold() {
    mode = Mode.HOLD;
  }

  /** From now on all data vanish without a word. */
  void swallow() {
    mode = Mode.SWALLOW;
  }

  /** Cuts all connections and refuses new ones. */
  void refuse() {
    mode = Mode.REFUSE;
    reset();
  }

  /** Lets data through again. Connections that lost some are cut, since they cannot be mended. */
  void pass() {
    boolean lost = mode == Mode.SWALLOW;
    mode = Mode.PASS;
    if (lost) {
      reset();
    }
  }

  /** Cuts all connections, at both ends. */
  void reset() {
    sockets.forEach(Proxy::cut);
  }

  private void accept() {
    try {
      while (true) {
        Socket near = server.accept();
        if (mode == Mode.REFUSE) {
          cut(near);
        } else {
          join(near, new Socket(InetAddress.getLoopbackAddress(), target));
        }
      }
    } catch (IOException e) {
      if (!server.isClosed()) {
        // PostgreSQL itself is down: its clients shall see that, and the cable stays.
        inBackground(this::accept);
      }
    }
  }

  private void join(Socket near, Socket far) throws IOException {
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    sockets.add(near);
    sockets.add(far);
    Tap tap = taps.get();
    inBackground(() -> pump(near, far, tap::sent));
    inBackground(() -> pump(far, near, tap::answered));
  }

  private void pump(Socket from, Socket to, Filter filter) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        while (mode == Mode.HOLD) {
          Eventually.pause(Duration.ofMillis(10));
        }
        if (!filter.passes(buffer, length)) {
          cut(from);
          cut(to);
          return;
        }
        if (mode == Mode.SWALLOW) {
          continue;
        }
        Eventually.pause(delay);
        out.write(buffer, 0, length);
      }
    } catch (IOException e) {
      // One end has gone; closing tells the other.
    } finally {
      end(from, to);
    }
  }

  private void end(Socket from, Socket to) {
    close(from);
    sockets.remove(from);
    if (mode != Mode.SWALLOW) {
      close(to);
      sockets.remove(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By a reset, not by a polite end; without effect on what has ended meanwhile. */
  private static void cut(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    reset();
  }
}
