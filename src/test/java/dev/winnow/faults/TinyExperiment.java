package dev.winnow.faults;

/**
 * A definition that trains for seconds: LeNet on the built-in glyphs.
 *
 * @param rounds prunings; odd ones have a re-initialisation beside the ticket, even ones a random
 *     mask
 * @param budget a step, such as {@code 200it}
 * @param trials how many, with seeds from {@code seed} on
 * @param path which code trains, {@code auto} or {@code dl4j}
 */
record TinyExperiment(int rounds, String budget, int trials, int seed, String path) {
  static TinyExperiment of(int rounds, String budget) {
    return new TinyExperiment(rounds, budget, 1, 1, "auto");
  }

  TinyExperiment trials(int count) {
    return new TinyExperiment(rounds, budget, count, seed, path);
  }

  TinyExperiment seed(int first) {
    return new TinyExperiment(rounds, budget, trials, first, path);
  }

  TinyExperiment path(String chosen) {
    return new TinyExperiment(rounds, budget, trials, seed, chosen);
  }

  /** Tickets from round 0 on, and controls from round 1 on. */
  int runs() {
    return trials * (2 * rounds + 1);
  }

  /** What is posted. */
  String named(String name) {
    StringBuilder odd = new StringBuilder();
    StringBuilder even = new StringBuilder();
    for (int round = 1; round <= rounds; round++) {
      StringBuilder list = round % 2 == 1 ? odd : even;
      list.append(list.isEmpty() ? "" : ",").append(round);
    }
    String masks =
        even.isEmpty() ? "" : ", {\"name\": \"random-mask\", \"rounds\": \"%s\"}".formatted(even);
    return """
    {"name": "%s", "dataset": {"name": "glyphs", "validation": 500},
     "architecture": {"name": "lenet-300-100"},
     "training": {"optimizer": {"name": "adam", "learningRate": 0.0012}, "budget": "%s",
       "evaluateEvery": "100it", "path": "%s"},
     "pruning": {"rounds": %d, "removedPerRound": {"default": 0.4}},
     "arms": [{"name": "random-reinit", "rounds": "%s"}%s],
     "trials": {"count": %d, "seed": %d}}
    """
        .formatted(name, budget, path, rounds, odd, masks, trials, seed);
  }
}
