import { describe, expect, it } from "vitest";
import { curves } from "../../testing/samples";
import { labelledRounds, percentByRound, toSeries, yRange } from "./lotterySeries";

describe("toSeries", () => {
  it("gives one line per arm in the server's order, in percent of weights remaining", () => {
    const [ticket, again] = toSeries(curves(), "early-stop");
    expect(ticket).toEqual({
      arm: "ticket",
      rounds: [0, 1],
      percent: [100, 80],
      mean: [0.98, 0.981],
      min: [0.979, 0.98],
      max: [0.981, 0.982],
      trials: [2, 2],
    });
    expect(again?.rounds).toEqual([1]);
  });

  it("reads the chosen metric", () => {
    expect(toSeries(curves(), "end")[0]?.mean).toEqual([0.97, 0.971]);
    expect(toSeries(curves(), "iteration")[0]?.mean[0]).toBe(1020);
  });

  it("orders rounds", () => {
    const given = curves();
    const points = given.arms[0]?.points ?? [];
    points.reverse();
    expect(toSeries(given, "early-stop")[0]?.rounds).toEqual([0, 1]);
  });
});

describe("labelledRounds", () => {
  const rounds = (last: number) => Array.from({ length: last + 1 }, (_, round) => round);

  it("labels the paper's densities of a ladder of 20 rounds", () => {
    expect(labelledRounds(rounds(20))).toEqual([0, 3, 7, 11, 15, 19]);
  });

  it("labels every round of a short ladder", () => {
    expect(labelledRounds(rounds(5))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("labels every other round without crowding round 0", () => {
    expect(labelledRounds(rounds(10))).toEqual([0, 2, 4, 6, 8, 10]);
  });

  it("never labels more rounds than asked for", () => {
    for (let last = 0; last <= 50; last++) {
      expect(labelledRounds(rounds(last), 7).length).toBeLessThanOrEqual(7);
      expect(labelledRounds(rounds(last), 5).length).toBeLessThanOrEqual(5);
    }
  });
});

describe("yRange", () => {
  it("holds every bar with air around it", () => {
    const [low, high] = yRange(toSeries(curves(), "early-stop"), "early-stop") ?? [1, 0];
    expect(low).toBeLessThan(0.974);
    expect(high).toBeGreaterThan(0.982);
  });

  it("keeps accuracies within 0 to 1", () => {
    const given = curves();
    for (const point of given.arms.flatMap((arm) => arm.points)) {
      point.testAccuracyAtEarlyStop = { mean: 0.5, min: 0, max: 1 };
    }
    expect(yRange(toSeries(given, "early-stop"), "early-stop")).toEqual([0, 1]);
  });

  it("leaves the range open when there is nothing to draw", () => {
    expect(yRange([], "early-stop")).toBeUndefined();
  });
});

it("knows each round's weights remaining over all arms", () => {
  expect([...percentByRound(toSeries(curves(), "early-stop"))]).toEqual([
    [0, 100],
    [1, 80],
  ]);
});
