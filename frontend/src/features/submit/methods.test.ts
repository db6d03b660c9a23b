import { expect, it } from "vitest";
import type { Catalog } from "../../api/types";
import { entry, field } from "../../testing/samples";
import { keepRead, methodOf, reads, unread } from "./methods";

const imp = { methods: ["imp"] };
const fields = [
  field("method", "plug-in", { catalog: "methods", fallback: "imp" }),
  field("pruning", "object", {
    fields: [field("rounds", "integer"), field("strategy", "option", imp)],
  }),
  field("rewind", "object", { fields: [field("to", "text", imp), field("mode", "option", imp)] }),
];
const catalog = {
  definition: fields,
  methods: [entry("imp"), entry("gradual")],
} as unknown as Catalog;

it("takes the draft's method, or what the server or the catalog says stands for it", () => {
  expect(methodOf(catalog, { method: { name: "gradual" } }, { method: { name: "imp" } })).toBe(
    "gradual",
  );
  expect(methodOf(catalog, {}, { method: { name: "gradual" } })).toBe("gradual");
  expect(methodOf(catalog, {}, undefined)).toBe("imp");
});

it("takes every field for read while the method is not known", () => {
  expect(methodOf(catalog, { method: { name: "grad" } }, undefined)).toBeUndefined();
  expect(methodOf({ ...catalog, definition: [] }, {}, undefined)).toBeUndefined();
  expect(fields.every((one) => reads(undefined, one))).toBe(true);
});

it("finds what a method does not read, an object of nothing else as a whole", () => {
  expect(unread("imp", fields)).toEqual([]);
  expect(unread("gradual", fields)).toEqual(["/pruning/strategy", "/rewind"]);
});

it("puts back what was taken out unless something else stands there by now", () => {
  const first = keepRead(
    { pruning: { rounds: 3, strategy: "one-shot" }, rewind: { to: "0it" } },
    {},
    "gradual",
    fields,
  );
  expect(first).toEqual({
    definition: { pruning: { rounds: 3 } },
    setAside: { "/pruning/strategy": "one-shot", "/rewind": { to: "0it" } },
  });
  const edited = { pruning: { rounds: 3, strategy: "iterative" } };
  expect(keepRead(edited, first.setAside, "imp", fields)).toEqual({
    definition: { pruning: { rounds: 3, strategy: "iterative" }, rewind: { to: "0it" } },
    setAside: {},
  });
});
