package dev.winnow.process;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that takes its time to die, as one does whose memory is still being written out. */
final class LingeringProcess extends Process {
  private final CountDownLatch killed = new CountDownLatch(1);
  private final CountDownLatch dead = new CountDownLatch(1);
  private final AtomicInteger kills = new AtomicInteger();

  void die() {
    dead.countDown();
  }

  void dieOnceKilled() {
    try {
      killed.await();
      Thread.sleep(200);
      die();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean wasKilled() {
    return killed.getCount() == 0;
  }

  int kills() {
    return kills.get();
  }

  @Override
  public Process destroyForcibly() {
    kills.incrementAndGet();
    killed.countDown();
    return this;
  }

  @Override
  public void destroy() {
    destroyForcibly();
  }

  @Override
  public boolean isAlive() {
    return dead.getCount() > 0;
  }

  @Override
  public int waitFor() throws InterruptedException {
    dead.await();
    return 137;
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
    return dead.await(timeout, unit);
  }

  @Override
  public int exitValue() {
    return 137;
  }

  @Override
  public long pid() {
    return 1;
  }

  @Override
  public OutputStream getOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public InputStream getInputStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }
}
