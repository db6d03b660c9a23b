import { isObject, type Json, type JsonObject } from "./pointer";

/** One field that a sweep varies, as it is typed: values between commas. */
export interface Axis {
  pointer: string | null;
  values: string;
}

export type Grid = Record<string, Json[]>;

/** The fields of a definition that a sweep can vary: numbers and words, each by its pointer. */
export function sweepable(definition: JsonObject): string[] {
  const describing = new Set(["/name", "/notes"]);
  return leaves(definition, "").filter((pointer) => !describing.has(pointer));
}

function leaves(value: Json, pointer: string): string[] {
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, inner]) =>
      leaves(inner, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
    );
  }
  return typeof value === "number" || typeof value === "string" ? [pointer] : [];
}

/** The grid of the axes that have a field and values; null if there is none. */
export function gridOf(axes: Axis[]): Grid | null {
  const grid: Grid = {};
  for (const axis of axes) {
    const values = listed(axis.values);
    if (axis.pointer !== null && values.length > 0) {
      grid[axis.pointer] = values;
    }
  }
  return Object.keys(grid).length > 0 ? grid : null;
}

function listed(text: string): Json[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (Number.isNaN(Number(part)) ? part : Number(part)));
}
