import { expect, it } from "vitest";
import { axisOf, type Grid, gridOf, sweepable } from "./grid";

const definition = {
  name: "First",
  notes: "",
  priority: 50,
  dataset: { name: "mnist", subset: null },
  training: { optimizer: { name: "adam", learningRate: 0.0012 } },
  pruning: { rounds: 3, densities: [0.5], removedPerRound: { layers: { "a/b": 0.1 } } },
};

it("offers numbers, words and whole choices by their pointers, but not what only describes", () => {
  expect(sweepable(definition)).toEqual([
    "/priority",
    "/dataset/name",
    "/training/optimizer",
    "/training/optimizer/learningRate",
    "/pruning/rounds",
    "/pruning/removedPerRound/layers/a~1b",
  ]);
});

it("reads numbers, words and names of choices between commas", () => {
  const typed = [
    { pointer: "/training/optimizer/learningRate", values: " 0.0006, 1.2e-3 ," },
    { pointer: "/dataset/name", values: "mnist,glyphs" },
  ];
  expect(gridOf(typed, definition)).toEqual({
    "/training/optimizer/learningRate": [0.0006, 0.0012],
    "/dataset/name": ["mnist", "glyphs"],
  });
  expect(gridOf([{ pointer: "/training/optimizer", values: "adam, sgd" }], definition)).toEqual({
    "/training/optimizer": [{ name: "adam" }, { name: "sgd" }],
  });
});

it("reads a JSON array as it stands, once it is one", () => {
  const values = '[{"name":"sgd","momentum":0.9},{"name":"adam"}]';
  expect(gridOf([{ pointer: "/training/optimizer", values }], definition)).toEqual({
    "/training/optimizer": [{ name: "sgd", momentum: 0.9 }, { name: "adam" }],
  });
  expect(gridOf([{ pointer: "/training/optimizer", values: "[{" }], definition)).toBeNull();
});

it("leaves out what has no field or no values", () => {
  const typed = [
    { pointer: null, values: "1" },
    { pointer: "/pruning/rounds", values: " , " },
  ];
  expect(gridOf(typed, definition)).toBeNull();
});

it.each<Grid>([
  { "/training/optimizer": [{ name: "adam" }, { name: "sgd" }], "/pruning/rounds": [2, 3] },
  { "/training/optimizer": [{ name: "sgd", momentum: 0.9 }, { name: "adam" }] },
])("types a grid as it would be typed", (grid) => {
  expect(gridOf([axisOf(grid, 0), axisOf(grid, 1)], definition)).toEqual(grid);
});

it("has nothing to type where a grid has fewer fields", () => {
  expect(axisOf({}, 0)).toEqual({ pointer: null, values: "" });
});
