import type { ArmPoint, Curves } from "../../api/types";

export const metrics = ["early-stop", "end", "iteration"] as const;
export type Metric = (typeof metrics)[number];

/** One arm's line: percentages of weights remaining against the mean over trials. */
export interface LotterySeries {
  arm: string;
  rounds: number[];
  percent: number[];
  mean: number[];
  min: number[];
  max: number[];
  trials: number[];
}

type Spread = NonNullable<ArmPoint["testAccuracyAtEarlyStop"]>;

function spread(point: ArmPoint, metric: Metric): Spread | null {
  switch (metric) {
    case "early-stop":
      return point.testAccuracyAtEarlyStop ?? null;
    case "end":
      return point.testAccuracyAtEnd ?? null;
    case "iteration":
      return point.earlyStopIteration ?? null;
  }
}

/** One series per arm, rounds ascending; points without a value (every run diverged) are left out. */
export function toSeries(curves: Curves, metric: Metric): LotterySeries[] {
  return curves.arms.map((arm) => {
    const points = [...arm.points]
      .sort((a, b) => a.round - b.round)
      .flatMap((point) => {
        const value = spread(point, metric);
        return value === null ? [] : [{ ...point, ...value }];
      });
    return {
      arm: arm.name,
      rounds: points.map((point) => point.round),
      percent: points.map((point) => point.density * 100),
      mean: points.map((point) => point.mean),
      min: points.map((point) => point.min),
      max: points.map((point) => point.max),
      trials: points.map((point) => point.n),
    };
  });
}

/** The weights remaining of each round, in percent, over all arms; index is the round. */
export function percentByRound(series: LotterySeries[]): Map<number, number> {
  const pairs = series.flatMap((line) =>
    line.rounds.map((round, i) => [round, line.percent[i] as number] as const),
  );
  return new Map(pairs.sort((a, b) => a[0] - b[0]));
}

/**
 * The rounds whose densities label the axis: 0, then evenly spaced, as the paper's figures do
 * (100, 51.3, 21.1, 8.7, 3.6, 1.5 for 20 rounds of 20 %).
 */
export function labelledRounds(rounds: number[], most = 7): number[] {
  const last = Math.max(0, ...rounds);
  const step = Math.max(1, Math.ceil(last / (most - 1)));
  const first = step > 2 ? step - 1 : step;
  return rounds.filter((round) => round === 0 || (round >= first && (round - first) % step === 0));
}

/** Where the y axis begins and ends: all given lines with some air, accuracies within 0 to 1. */
export function yRange(series: LotterySeries[], metric: Metric): [number, number] | undefined {
  const low = Math.min(...series.flatMap((line) => line.min));
  const high = Math.max(...series.flatMap((line) => line.max));
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    return undefined;
  }
  const air = 0.06 * Math.max(high - low, metric === "iteration" ? 10 : 0.002);
  return [Math.max(0, low - air), metric === "iteration" ? high + air : Math.min(1, high + air)];
}
