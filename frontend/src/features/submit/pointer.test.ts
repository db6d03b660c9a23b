import { expect, it } from "vitest";
import { at, inside, readable, withAt } from "./pointer";

const definition = {
  arms: [{ name: "a" }, { name: "b" }],
  rewind: { to: "0it" },
  "a/b": { "~": 1 },
};

it("reads values, and nothing where there is none", () => {
  expect(at(definition, "/arms/1/name")).toBe("b");
  expect(at(definition, "/a~1b/~0")).toBe(1);
  expect(at(definition, "")).toBe(definition);
  expect(at(definition, "/arms/7/name")).toBeUndefined();
  expect(at(definition, "/rewind/to/deeper")).toBeUndefined();
  expect(at(definition, "/constructor")).toBeUndefined();
});

it("leads on to names and places, and reads as words", () => {
  expect(at(definition, inside("", "a/b"))).toEqual({ "~": 1 });
  expect(inside(inside("", "arms"), 1)).toBe("/arms/1");
  expect(readable("/a~1b/~0")).toBe("a/b › ~");
  expect(readable("")).toBe("definition");
});

it("puts a value in a copy and makes the objects on the way", () => {
  const changed = withAt(definition, "/training/optimizer/name", "x");
  expect(changed.training).toEqual({ optimizer: { name: "x" } });
  expect(definition).not.toHaveProperty("training");
});

it("takes a value out with every object that this leaves empty", () => {
  expect(withAt(definition, "/rewind/to", undefined)).not.toHaveProperty("rewind");
  expect(withAt({ trials: { count: 3, seed: 1 } }, "/trials/count", undefined)).toEqual({
    trials: { seed: 1 },
  });
  expect(withAt({ rewind: {} }, "/rewind/to", undefined)).toEqual({});
});

it("changes and removes an element of a list", () => {
  expect(at(withAt(definition, "/arms/0/name", "c"), "/arms")).toEqual([
    { name: "c" },
    { name: "b" },
  ]);
  expect(at(withAt(definition, "/arms/0", undefined), "/arms")).toEqual([{ name: "b" }]);
});
