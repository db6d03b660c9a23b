import { expect, it } from "vitest";
import type { Catalog } from "../../api/types";
import { entry, field } from "../../testing/samples";
import { entries, wholeRows } from "./field";

it("finds the entries of any kind of plug-in, and none of a kind that there is not", () => {
  const catalog = { stones: [entry("granite")] } as unknown as Catalog;
  expect(entries(catalog, "stones").map((one) => one.name)).toEqual(["granite"]);
  expect(entries(catalog, "woods")).toEqual([]);
  expect(entries(catalog, null)).toEqual([]);
});

it("gives a row to what needs the room, and to short text that would stand alone", () => {
  const fields = [
    field("name", "text"),
    field("notes", "text", { fallback: "" }),
    field("pool", "option"),
    field("priority", "integer"),
    field("seed", "integer"),
    field("tags", "list"),
    field("budget", "text"),
    field("path", "option"),
    field("warmup", "text"),
  ];
  expect(fields.filter((_, index) => wholeRows(fields)[index]).map((one) => one.name)).toEqual([
    "name",
    "notes",
    "tags",
    "warmup",
  ]);
});
