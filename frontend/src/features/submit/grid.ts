import { at, inside, isObject, type Json, type JsonObject } from "./pointer";

/** One field that a sweep varies, as it is typed: values between commas, or a JSON array. */
export interface Axis {
  pointer: string | null;
  values: string;
}

export type Grid = Record<string, Json[]>;

/**
 * The fields of a definition that a sweep can vary, each by its pointer: numbers and words, and
 * within a section what is picked by its name as a whole, for another choice has other parameters.
 */
export function sweepable(definition: JsonObject): string[] {
  return Object.entries(definition)
    .filter(([key]) => key !== "name" && key !== "notes")
    .flatMap(([key, value]) =>
      isObject(value) ? within(value, inside("", key)) : field(value, inside("", key)),
    );
}

function within(section: JsonObject, pointer: string): string[] {
  return Object.entries(section).flatMap(([key, value]) => {
    const place = inside(pointer, key);
    if (!isObject(value)) {
      return field(value, place);
    }
    const { name, ...parameters } = value;
    return isNamed(value) ? [place, ...within(parameters, place)] : within(value, place);
  });
}

function field(value: Json, pointer: string): string[] {
  return typeof value === "number" || typeof value === "string" ? [pointer] : [];
}

function isNamed(value: Json | undefined): value is JsonObject & { name: string } {
  return isObject(value) && typeof value.name === "string";
}

/** One field of a grid as it would be typed; nothing yet where the grid has fewer. */
export function axisOf(grid: Grid, index: number): Axis {
  const [pointer, values] = Object.entries(grid)[index] ?? [null, []];
  const words = values.map((value) =>
    isNamed(value) && Object.keys(value).length === 1 ? value.name : value,
  );
  const simple = words.every((word) => typeof word === "string" || typeof word === "number");
  return { pointer, values: simple ? words.join(", ") : JSON.stringify(values) };
}

/** The grid of the axes that have a field and values; null if there is none. */
export function gridOf(axes: Axis[], definition: JsonObject): Grid | null {
  const grid: Grid = {};
  for (const { pointer, values } of axes) {
    if (pointer !== null) {
      const list = listed(values, isNamed(at(definition, pointer)));
      if (list.length > 0) {
        grid[pointer] = list;
      }
    }
  }
  return Object.keys(grid).length > 0 ? grid : null;
}

/**
 * @param named whether a word is the name of a choice
 */
function listed(text: string, named: boolean): Json[] {
  if (text.trim().startsWith("[")) {
    return array(text);
  }
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (Number.isNaN(Number(part)) ? part : Number(part)))
    .map((value) => (named && typeof value === "string" ? { name: value } : value));
}

/** Nothing as long as it is not yet an array. */
function array(text: string): Json[] {
  try {
    const value: Json = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
