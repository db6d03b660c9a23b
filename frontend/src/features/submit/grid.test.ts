import { expect, it } from "vitest";
import { gridOf, sweepable } from "./grid";

it("offers numbers and words by their pointers, but not what only describes", () => {
  const definition = {
    name: "First",
    notes: "",
    dataset: { name: "mnist", subset: null },
    pruning: { rounds: 3, densities: [0.5], removedPerRound: { layers: { "a/b": 0.1 } } },
  };
  expect(sweepable(definition)).toEqual([
    "/dataset/name",
    "/pruning/rounds",
    "/pruning/removedPerRound/layers/a~1b",
  ]);
});

it("reads numbers and words between commas", () => {
  expect(
    gridOf([
      { pointer: "/training/optimizer/learningRate", values: " 0.0006, 1.2e-3 ," },
      { pointer: "/pruning/criterion/name", values: "snip,magnitude" },
    ]),
  ).toEqual({
    "/training/optimizer/learningRate": [0.0006, 0.0012],
    "/pruning/criterion/name": ["snip", "magnitude"],
  });
});

it("leaves out what has no field or no values", () => {
  const typed = [
    { pointer: null, values: "1" },
    { pointer: "/pruning/rounds", values: " , " },
  ];
  expect(gridOf(typed)).toBeNull();
});
