import { expect, it } from "vitest";
import type { LayerAnalysis } from "../../api/types";
import { inks } from "../../components/charts/inks";
import { histogramFigure, middles, pixelFigure, side } from "./weightsFigure";

const histogram = (...counts: number[]) => ({ from: -2, to: 2, counts });
const layer: LayerAnalysis = {
  name: "fc1.weight",
  kept: 3,
  size: 4,
  initial: histogram(1, 0, 2, 1),
  surviving: histogram(1, 0, 1, 1),
  trained: histogram(0, 1, 1, 1),
  outputDegrees: [2, 1],
  inputDegrees: [3, 0],
};

it("places a bar in the middle of its bin", () => {
  expect(middles(layer.initial)).toEqual([-1.5, -0.5, 0.5, 1.5]);
});

it("draws no bar for an empty bin, which a logarithmic axis cannot show", () => {
  const { data } = histogramFigure(layer)(inks.light);
  expect(data).toHaveLength(3);
  expect(data[0]).toMatchObject({ name: "all, at initialisation", y: [1, null, 2, 1] });
});

it("knows a square image by its number of pixels", () => {
  expect(side(784)).toBe(28);
  expect(side(300)).toBeNull();
  expect(side(1)).toBeNull();
});

it("draws pixels row by row", () => {
  const { data } = pixelFigure([1, 2, 3, 4], 2)(inks.light);
  expect(data[0]).toMatchObject({
    z: [
      [1, 2],
      [3, 4],
    ],
  });
});
