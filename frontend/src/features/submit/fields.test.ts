import { expect, it } from "vitest";
import { numberOrText } from "./fields";
import { jsonOrText } from "./JsonField";

it("takes the text of a JSON field for a value as soon as it is one", () => {
  expect(jsonOrText(" ")).toBeUndefined();
  expect(jsonOrText("[300, 1")).toBe("[300, 1");
  expect(jsonOrText("[300, 100]")).toEqual([300, 100]);
});

it("reads numbers as typed and leaves the rest to the server", () => {
  expect(["", " ", "1e-3", "0.10", "12ep", "Infinity"].map(numberOrText)).toEqual([
    undefined,
    undefined,
    0.001,
    0.1,
    "12ep",
    "Infinity",
  ]);
});
