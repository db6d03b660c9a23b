package dev.winnow.faults;

import java.io.IOException;

/** What a process is sent from outside. */
enum Signal {
  KILL,
  STOP,
  CONT,
  TERM,
  SEGV;

  void send(long pid) {
    try {
      Process kill = new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("No process " + pid + " to send SIG" + name() + " to");
      }
    } catch (IOException e) {
      throw new IllegalStateException("SIG" + name() + " cannot be sent to " + pid, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
