import { expect, it } from "vitest";
import { percentTicks, toSeries } from "./layerSeries";

const round = (number: number, fc1: number, fc3: number) => ({
  round: number,
  layers: [
    { name: "fc1.weight", kept: fc1, size: 200 },
    { name: "fc3.weight", kept: fc3, size: 10 },
  ],
});

it("gives one line per layer in the network's order, rounds ascending", () => {
  expect(toSeries([round(1, 160, 9), round(0, 200, 10)])).toEqual([
    { layer: "fc1.weight", rounds: [0, 1], percent: [100, 80], kept: [200, 160] },
    { layer: "fc3.weight", rounds: [0, 1], percent: [100, 90], kept: [10, 9] },
  ]);
});

it("has no point for a layer without weights, which a logarithm cannot show", () => {
  expect(toSeries([round(0, 200, 10), round(1, 160, 0)])[1]?.rounds).toEqual([0]);
});

it("gives nothing for no rounds", () => {
  expect(toSeries([])).toEqual([]);
});

it("labels the axis down to the lowest value", () => {
  expect(percentTicks(12)).toEqual([100, 50, 20, 10]);
  expect(percentTicks(100)).toEqual([100, 50]);
});
