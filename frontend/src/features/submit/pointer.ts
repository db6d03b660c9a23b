/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The steps of a JSON pointer (RFC 6901): "/arms/0/name" as ["arms", "0", "name"]. */
export function steps(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The pointer of what has a name, or a place in a list, inside what a pointer leads to. */
export function inside(pointer: string, name: string | number): string {
  return `${pointer}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** "/training/optimizer/name" as "training › optimizer › name". */
export function readable(pointer: string): string {
  return steps(pointer).join(" › ") || "definition";
}

/** The value at a JSON pointer, or undefined where there is none. */
export function at(value: Json | undefined, pointer: string): Json | undefined {
  return steps(pointer).reduce<Json | undefined>((here, step) => {
    if (Array.isArray(here)) {
      return here[Number(step)];
    }
    return isObject(here) && Object.hasOwn(here, step) ? here[step] : undefined;
  }, value);
}

/**
 * A copy with another value at a JSON pointer. Objects on the way are made; undefined takes the
 * value out, and with it every object that this leaves empty.
 */
export function withAt(value: JsonObject, pointer: string, next: Json | undefined): JsonObject {
  const changed = put(value, steps(pointer), next);
  return isObject(changed) ? changed : {};
}

function put(here: Json | undefined, path: string[], next: Json | undefined): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) {
    return next;
  }
  if (Array.isArray(here)) {
    const inner = put(here[Number(step)], rest, next);
    return inner === undefined
      ? here.filter((_, index) => index !== Number(step))
      : here.with(Number(step), inner);
  }
  const { [step]: old, ...others } = isObject(here) ? here : {};
  const inner = put(old, rest, next);
  if (inner === undefined) {
    return Object.keys(others).length > 0 ? others : undefined;
  }
  return isObject(here) ? { ...here, [step]: inner } : { [step]: inner };
}
