// @vitest-environment jsdom

import { expect, it } from "vitest";
import type { LearningCurve } from "../../api/types";
import { run } from "../../testing/samples";
import { toSeries } from "./learningSeries";

const curve = (arm: string, replicate: number): LearningCurve => ({
  arm,
  replicate,
  points: [
    { iteration: 100, validationLoss: 0.2, validationAccuracy: 0.9, testAccuracy: null },
    { iteration: 200, validationLoss: 0.08, validationAccuracy: 0.97, testAccuracy: 0.981 },
    { iteration: 300, validationLoss: 0.1, validationAccuracy: 0.96 },
  ],
});

it("reads the chosen quantity and marks the early-stop iteration", () => {
  const [line] = toSeries([curve("ticket", 1)], [run()], "validation-loss");
  expect(line).toEqual({
    name: "ticket",
    arm: "ticket",
    iteration: [100, 200, 300],
    value: [0.2, 0.08, 0.1],
    earlyStop: { iteration: 200, value: 0.08 },
  });
});

it("leaves out iterations at which the test examples were not used", () => {
  const [line] = toSeries([curve("ticket", 1)], [run()], "test-accuracy");
  expect(line?.iteration).toEqual([200]);
  expect(line?.value).toEqual([0.981]);
});

it("marks no early stop of a diverged run", () => {
  const diverged = run({ state: "DIVERGED", atEarlyStop: null });
  expect(toSeries([curve("ticket", 1)], [diverged], "validation-loss")[0]?.earlyStop).toBeNull();
});

it("numbers replicates only where there are several", () => {
  const runs = [run(), run({ arm: "again" }), run({ arm: "again", replicate: 2 })];
  const names = toSeries(
    [curve("ticket", 1), curve("again", 1), curve("again", 2)],
    runs,
    "validation-loss",
  ).map((line) => line.name);
  expect(names).toEqual(["ticket", "again 1", "again 2"]);
});
