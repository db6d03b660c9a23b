package dev.winnow.web.experiment;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Those who follow experiments, at most so many at once. Safe for use by many threads. */
final class Subscribers<T> {
  private final Set<T> present = ConcurrentHashMap.newKeySet();
  private final Semaphore places;

  /**
   * @param most who are let in at once, at least 1
   */
  Subscribers(int most) {
    this.places = new Semaphore(most);
  }

  /** Lets a reader in; false if every place is taken or it is in already. */
  boolean enter(T reader) {
    if (!places.tryAcquire()) {
      return false;
    }
    boolean entered = present.add(reader);
    if (!entered) {
      places.release();
    }
    return entered;
  }

  /** Gives the reader's place to others; nothing happens if it has left before. */
  void leave(T reader) {
    if (present.remove(reader)) {
      places.release();
    }
  }

  /** Those who are in; some may leave or enter meanwhile. */
  Stream<T> stream() {
    return present.stream();
  }
}
