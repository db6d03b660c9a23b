package dev.winnow.command.bench;

import java.util.Optional;
import java.util.function.DoubleFunction;

/** Lines of the table for LeNet. */
record LenetEntries(PaperRounds paper, Processes processes) {
  Entry iteration(LenetContender contender, String what) {
    return iteration(
        contender.name(), contender.label(what), contender.round(), running(contender));
  }

  Entry peer(Peer peer) {
    return iteration(peer.entry(Peer.LENET), peer.label(), 0, peer.runner().running(Peer.LENET));
  }

  private Entry iteration(String name, String label, int round, DoubleFunction<Repetition> runner) {
    return new Entry(
        name,
        label,
        Optional.of(Peer.LENET),
        Optional.of(paper.density(round)),
        "it",
        1,
        paper.iteration(round),
        runner);
  }

  Entry evaluation(LenetContender contender) {
    return new Entry(
        contender.name(),
        contender.label("evaluation"),
        Optional.empty(),
        Optional.of(paper.density(contender.round())),
        "images",
        ContenderFactory.VALIDATION,
        ContenderFactory.VALIDATION * paper.image(contender.round()),
        running(contender));
  }

  private DoubleFunction<Repetition> running(LenetContender contender) {
    return processes.lenet(contender.normalisation()).running(contender.name());
  }

  /** Half of the time in each of two processes, one after the other. */
  Entry alone(LenetContender contender, String what, Runner other) {
    DoubleFunction<Repetition> there = other.running(contender.name());
    return of(
        contender,
        "alone/",
        what + ", one training",
        seconds -> running(contender).apply(seconds / 2).then(there.apply(seconds / 2)));
  }

  /** At the same time in two processes. */
  Entry pair(LenetContender contender, String what, Runner other) {
    Runner here = processes.lenet(contender.normalisation());
    return of(
        contender,
        "pair/",
        what + ", two side by side",
        seconds -> {
          here.ask(contender.name(), seconds);
          other.ask(contender.name(), seconds);
          return here.answer().and(other.answer());
        });
  }

  private Entry of(
      LenetContender contender, String kind, String what, DoubleFunction<Repetition> runner) {
    return new Entry(
        kind + contender.name(),
        contender.label(what),
        Optional.empty(),
        Optional.of(paper.density(contender.round())),
        "it",
        1,
        paper.iteration(contender.round()),
        runner);
  }
}
