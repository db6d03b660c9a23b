import type { Catalog, Field } from "../../api/types";
import { entries } from "./field";
import { at, inside, type Json, type JsonObject, withAt } from "./pointer";

/**
 * The method that a definition names or that stands for it when it names none; undefined if there
 * is no such method, for then nobody knows what it reads.
 */
export function methodOf(
  catalog: Catalog,
  definition: JsonObject,
  expanded: JsonObject | undefined,
): string | undefined {
  const field = catalog.definition.find((one) => one.catalog === "methods");
  if (field === undefined) {
    return undefined;
  }
  const pointer = inside(inside("", field.name), "name");
  const name = at(definition, pointer) ?? at(expanded, pointer) ?? field.fallback;
  return entries(catalog, "methods").find((entry) => entry.name === name)?.name;
}

/** Whether a method reads a field: an object, if it reads something in it. */
export function reads(method: string | undefined, field: Field): boolean {
  if (method !== undefined && field.methods && !field.methods.includes(method)) {
    return false;
  }
  return field.kind !== "object" || field.fields.some((inner) => reads(method, inner));
}

/** The pointers of the fields that a method does not read, without those inside another of them. */
export function unread(method: string, fields: Field[], pointer = ""): string[] {
  return fields.flatMap((field) => {
    const here = inside(pointer, field.name);
    if (!reads(method, field)) {
      return [here];
    }
    return field.kind === "array" ? [] : unread(method, field.fields, here);
  });
}

/** What a definition says that its method does not read, by pointer. */
export type SetAside = Record<string, Json>;

/**
 * Takes out of a definition what a method does not read, after putting back what was taken out for
 * an earlier method, unless something else stands there by now.
 */
export function keepRead(
  definition: JsonObject,
  earlier: SetAside,
  method: string,
  fields: Field[],
): { definition: JsonObject; setAside: SetAside } {
  const setAside: SetAside = {};
  let kept = definition;
  for (const [pointer, value] of Object.entries(earlier)) {
    kept = at(kept, pointer) === undefined ? withAt(kept, pointer, value) : kept;
  }
  for (const pointer of unread(method, fields)) {
    const value = at(kept, pointer);
    if (value !== undefined) {
      setAside[pointer] = value;
      kept = withAt(kept, pointer, undefined);
    }
  }
  return { definition: kept, setAside };
}
