package dev.winnow.dataset;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that answers every request in one way. */
final class FakeMirror implements AutoCloseable {
  final List<String> requests = new ArrayList<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * @param promised the length that the answer states
   * @param sent what is sent of it
   * @param stalls whether the connection stays open without a byte after that
   */
  private FakeMirror(int status, long promised, byte[] sent, boolean stalls) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError("No server could be started", e);
    }
    server.createContext(
        "/",
        exchange -> {
          synchronized (requests) {
            requests.add(exchange.getRequestURI().getPath());
          }
          exchange.sendResponseHeaders(status, promised);
          exchange.getResponseBody().write(sent);
          exchange.getResponseBody().flush();
          if (stalls) {
            await();
          }
          exchange.close();
        });
    server.setExecutor(threads);
    server.start();
  }

  static FakeMirror serving(byte[] content) {
    return new FakeMirror(200, content.length, content, false);
  }

  static FakeMirror breakingOff(long promised, byte[] sent) {
    return new FakeMirror(200, promised, sent, false);
  }

  static FakeMirror stalling(long promised, byte[] sent) {
    return new FakeMirror(200, promised, sent, true);
  }

  static FakeMirror failing(int status) {
    byte[] page = {'n', 'o'};
    return new FakeMirror(status, page.length, page, false);
  }

  URI folder() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/folder/");
  }

  private void await() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
