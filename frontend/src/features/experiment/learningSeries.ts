import { runName } from "../../api/runs";
import type { LearningCurve, RunSummary } from "../../api/types";

export const quantities = ["validation-loss", "validation-accuracy", "test-accuracy"] as const;
export type Quantity = (typeof quantities)[number];

/** One run's line over iterations, and its early-stop point where that has a value. */
export interface LearningSeries {
  name: string;
  arm: string;
  iteration: number[];
  value: number[];
  earlyStop: { iteration: number; value: number } | null;
}

type Reading = Omit<LearningCurve["points"][number], "iteration">;

function read(reading: Reading, quantity: Quantity): number | null {
  switch (quantity) {
    case "validation-loss":
      return reading.validationLoss ?? null;
    case "validation-accuracy":
      return reading.validationAccuracy ?? null;
    case "test-accuracy":
      return reading.testAccuracy ?? null;
  }
}

function earlyStop(run: RunSummary | undefined, quantity: Quantity) {
  const at = run?.atEarlyStop ?? null;
  const value = at === null ? null : read(at, quantity);
  return at === null || value === null ? null : { iteration: at.iteration, value };
}

/** One series per curve; points at which the quantity was not measured are left out. */
export function toSeries(
  curves: LearningCurve[],
  runs: RunSummary[],
  quantity: Quantity,
): LearningSeries[] {
  return curves.map((curve) => {
    const measured = curve.points.flatMap((point) => {
      const value = read(point, quantity);
      return value === null ? [] : [{ iteration: point.iteration, value }];
    });
    const run = runs.find((one) => one.arm === curve.arm && one.replicate === curve.replicate);
    const replicates = runs.filter((one) => one.arm === curve.arm).length;
    return {
      name: runName(curve, replicates),
      arm: curve.arm,
      iteration: measured.map((point) => point.iteration),
      value: measured.map((point) => point.value),
      earlyStop: earlyStop(run, quantity),
    };
  });
}
