import type {
  CatalogEntry,
  Curves,
  ExperimentDetail,
  ExperimentSummary,
  Field,
  Parameter,
  RunSummary,
} from "../api/types";

export function summary(over: Partial<ExperimentSummary> = {}): ExperimentSummary {
  return {
    id: 7,
    name: "LeNet, two rounds",
    tags: ["paper"],
    state: "COMPLETED",
    dataset: "glyphs",
    architecture: "lenet-300-100",
    pool: "any",
    priority: 50,
    fingerprint: "0123456789abcdef",
    createdAt: "2026-01-01T00:00:00Z",
    startedAt: "2026-01-01T00:00:10Z",
    finishedAt: "2026-01-01T00:02:10Z",
    progress: { runsDone: 10, runsTotal: 10, secondsLeft: null },
    trials: { total: 2, completed: 2, diverged: 0, failed: 0 },
    ...over,
  };
}

export function detail(over: Partial<ExperimentDetail> = {}): ExperimentDetail {
  const trial = (number: number) => ({
    number,
    seed: number,
    state: "COMPLETED" as const,
    runsDone: 5,
    runsTotal: 5,
    bitReproducible: true,
    awaitsSignature: false,
  });
  return {
    ...summary(),
    moves: ["GROW", "FORK", "DELETE"],
    definition: {
      name: "LeNet, two rounds",
      dataset: { name: "glyphs" },
      architecture: { name: "lenet-300-100" },
      training: { optimizer: { name: "adam", learningRate: 0.0012 }, budget: "400it" },
      pruning: { rounds: 2 },
    },
    arms: [
      { id: "ticket", name: "ticket" },
      { id: "again", name: "random-reinit" },
    ],
    trialList: [trial(1), trial(2)],
    ...over,
  };
}

const spread = (mean: number, half: number) => ({ mean, min: mean - half, max: mean + half });

export function curves(): Curves {
  const point = (round: number, density: number, mean: number) => ({
    round,
    density,
    n: 2,
    runs: 2,
    testAccuracyAtEarlyStop: spread(mean, 0.001),
    testAccuracyAtEnd: spread(mean - 0.01, 0.001),
    earlyStopIteration: spread(1000 * (2 - mean), 50),
  });
  return {
    arms: [
      { name: "ticket", points: [point(0, 1, 0.98), point(1, 0.8, 0.981)] },
      { name: "again", points: [point(1, 0.8, 0.975)] },
    ],
  };
}

export function run(over: Partial<RunSummary> = {}): RunSummary {
  return {
    round: 1,
    arm: "ticket",
    replicate: 1,
    state: "COMPLETED",
    density: 0.8,
    layers: [{ name: "fc1.weight", kept: 188160, size: 235200 }],
    atEarlyStop: {
      iteration: 200,
      validationLoss: 0.08,
      validationAccuracy: 0.97,
      testLoss: 0.09,
      testAccuracy: 0.981,
    },
    seconds: 12,
    finishedAt: "2026-01-01T00:01:00Z",
    maskSha256: "aa11",
    provenance: {
      signature: "made-up",
      path: "dense",
      jvm: "17",
      commit: "unknown",
      dataChecksum: "bb22",
    },
    ...over,
  };
}

/** A field that a definition may leave out, of a kind and with whatever else is given. */
export function field(name: string, kind: string, over: Partial<Field> = {}): Field {
  return {
    name,
    pointer: `/${name}`,
    title: name,
    help: "",
    kind,
    allowed: "",
    required: false,
    fields: [],
    ...over,
  };
}

/** Something picked by its name. */
export function entry(name: string, parameters: Parameter[] = []): CatalogEntry {
  return { name, summary: `About ${name}`, parameters };
}
