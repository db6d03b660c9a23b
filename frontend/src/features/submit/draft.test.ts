import { expect, it } from "vitest";
import type { CatalogEntry } from "../../api/types";
import { changed, draftOf } from "./draft";

const parameter = (name: string) => ({
  name,
  title: name,
  summary: "",
  kind: "decimal" as const,
  allowed: "",
  required: false,
});
const entry = (name: string, ...parameters: string[]): CatalogEntry => ({
  name,
  summary: "",
  parameters: parameters.map(parameter),
});

it("writes an edit of the form into the text", () => {
  const draft = changed(draftOf({ name: "x" }), { type: "edit", pointer: "/name", value: "y" });
  expect(JSON.parse(draft.text)).toEqual({ name: "y" });
});

it("writes typed text into the form and keeps the text as typed", () => {
  const draft = changed(draftOf({}), { type: "write", text: '{"name":   "y"}' });
  expect(draft).toEqual({ definition: { name: "y" }, text: '{"name":   "y"}', textError: null });
});

it("keeps the last definition while the text is broken", () => {
  const draft = changed(draftOf({ name: "x" }), { type: "write", text: '{"name": ' });
  expect(draft.definition).toEqual({ name: "x" });
  expect(draft.text).toBe('{"name": ');
  expect(draft.textError).not.toBeNull();
});

it("refuses text that is no object", () => {
  expect(changed(draftOf({}), { type: "write", text: "[1]" }).textError).toMatch(/JSON object/);
});

it("keeps what two plug-ins share and drops what only the previous one has", () => {
  const draft = changed(
    draftOf({ optimizer: { name: "one", rate: 0.1, beta: 0.9, kept: { name: "inner" } } }),
    {
      type: "choose",
      pointer: "/optimizer",
      entry: entry("two", "rate", "momentum"),
      previous: entry("one", "rate", "beta"),
    },
  );
  expect(draft.definition).toEqual({
    optimizer: { name: "two", rate: 0.1, kept: { name: "inner" } },
  });
});
