package dev.winnow.faults;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Finds the COMMIT of each transaction that keeps a run, and asks what shall become of it. The
 * process must name its statements each time (prepareThreshold=0), as the words are looked for.
 */
final class CommitTap implements Proxy.Tap {
  /** What becomes of a COMMIT. */
  enum Fate {
    /** It arrives, and so does its answer. */
    PASS,
    /** It never arrives: the connection is cut before. */
    LOST,
    /** It arrives, and the connection is cut when it is answered. */
    UNANSWERED
  }

  private static final String KEEPS_RUN = "insert into run ";
  private static final String COMMIT = "COMMIT\0";

  private final Supplier<Fate> fates;
  private String last = "";
  private boolean keepsRun;
  private volatile boolean deaf;

  CommitTap(Supplier<Fate> fates) {
    this.fates = fates;
  }

  @Override
  public boolean sent(byte[] bytes, int length) {
    // One character for each byte, after the end of what came before: a word may come in two parts.
    String text = last + new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    last = text.substring(Math.max(0, text.length() - KEEPS_RUN.length() + 1));
    keepsRun |= text.contains(KEEPS_RUN);
    if (!keepsRun || !text.contains(COMMIT)) {
      return true;
    }
    keepsRun = false;
    last = "";
    Fate fate = fates.get();
    deaf = fate == Fate.UNANSWERED;
    return fate != Fate.LOST;
  }

  @Override
  public boolean answered(byte[] bytes, int length) {
    return !deaf;
  }
}
