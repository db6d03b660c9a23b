// @vitest-environment jsdom

import { expect, it } from "vitest";
import { shownRound } from "./RunsTab";

const round = (number: number, runs: number) => ({
  round: number,
  density: 1,
  kept: 1,
  size: 1,
  complete: runs > 0,
  runs: Array.from({ length: runs }, () => ({
    arm: "ticket",
    replicate: 1,
    state: "COMPLETED" as const,
  })),
});

it("shows the chosen round, else the last that has runs", () => {
  const rounds = [round(0, 1), round(1, 2), round(2, 0)];
  expect(shownRound(rounds, 0)?.round).toBe(0);
  expect(shownRound(rounds, null)?.round).toBe(1);
  expect(shownRound(rounds, 2)?.round).toBe(1);
  expect(shownRound([], 0)).toBeNull();
});
