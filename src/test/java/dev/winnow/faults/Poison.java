package dev.winnow.faults;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Breaks each process that trains for an experiment, once it is in the middle of its training. */
final class Poison {
  private final Installation site;
  private final String experiment;
  private final boolean crash;
  private final Map<Long, Instant> seen = new HashMap<>();
  private final Set<Long> broken = new HashSet<>();

  private Poison(Installation site, String experiment, boolean crash) {
    this.site = site;
    this.experiment = experiment;
    this.crash = crash;
  }

  /** Its trainings access memory that is not theirs. */
  static Poison crash(Installation site, String experiment) {
    return new Poison(site, experiment, true);
  }

  /** Its trainings never come back from where they are. */
  static Poison endlessLoop(Installation site, String experiment) {
    return new Poison(site, experiment, false);
  }

  int doses() {
    return broken.size();
  }

  boolean isOver() {
    return site.api().hasEnded(experiment);
  }

  String reason() {
    return reason(site, experiment);
  }

  static String reason(Installation site, String experiment) {
    return trial(site, experiment).path("reason").asString();
  }

  private static JsonNode trial(Installation site, String experiment) {
    return site.api().json(experiment).path("trialList").get(0);
  }

  /** Called again and again. */
  void act() {
    Optional<Winnow> holder = site.holder(experiment);
    List<ProcessHandle> trainings = holder.map(Winnow::trainings).orElse(List.of());
    for (ProcessHandle training : trainings) {
      if (!broken.contains(training.pid()) && trainsSinceSeen(training.pid())) {
        breakIt(holder.orElseThrow(), training);
      }
    }
  }

  private boolean trainsSinceSeen(long pid) {
    Instant first = seen.computeIfAbsent(pid, unknown -> Instant.now());
    JsonNode current = trial(site, experiment).path("current");
    return current.path("iteration").asInt() > 0
        && Instant.parse(current.path("updatedAt").asString()).isAfter(first);
  }

  /** Stopped first, so that it cannot become another trial's between the look and the blow. */
  private void breakIt(Winnow holder, ProcessHandle training) {
    Signal.STOP.send(training.pid());
    if (site.holder(experiment).filter(now -> now.pid() == holder.pid()).isEmpty()) {
      Signal.CONT.send(training.pid());
      return;
    }
    broken.add(training.pid());
    if (crash) {
      Signal.SEGV.send(training.pid());
      Signal.CONT.send(training.pid());
    }
  }
}
