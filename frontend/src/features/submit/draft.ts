import type { CatalogEntry } from "../../api/types";
import { at, isObject, type Json, type JsonObject, withAt } from "./pointer";

/** A definition while it is written: as a value for the form and as text for the JSON view. */
export interface Draft {
  definition: JsonObject;
  text: string;
  textError: string | null;
}

export type DraftChange =
  | { type: "edit"; pointer: string; value: Json | undefined }
  | { type: "choose"; pointer: string; entry: CatalogEntry; previous: CatalogEntry | undefined }
  | { type: "write"; text: string };

export function draftOf(definition: JsonObject): Draft {
  return { definition, text: JSON.stringify(definition, null, 2), textError: null };
}

/** The draft after a change. Text that is no JSON object stays as typed and changes no value. */
export function changed(draft: Draft, change: DraftChange): Draft {
  switch (change.type) {
    case "edit":
      return draftOf(withAt(draft.definition, change.pointer, change.value));
    case "choose":
      return draftOf(choose(draft.definition, change.pointer, change.entry, change.previous));
    case "write":
      return written(draft, change.text);
  }
}

function written(draft: Draft, text: string): Draft {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value)
      ? { definition: value, text, textError: null }
      : { ...draft, text, textError: "A definition is a JSON object: { … }" };
  } catch (error) {
    return { ...draft, text, textError: error instanceof Error ? error.message : String(error) };
  }
}

/** Names another plug-in and takes out the parameters that only the previous one has. */
function choose(
  definition: JsonObject,
  pointer: string,
  entry: CatalogEntry,
  previous: CatalogEntry | undefined,
): JsonObject {
  const kept = new Set(entry.parameters.map((parameter) => parameter.name));
  const dropped = new Set(
    (previous?.parameters ?? []).map((parameter) => parameter.name).filter((p) => !kept.has(p)),
  );
  const choice = at(definition, pointer);
  const others = Object.entries(isObject(choice) ? choice : {}).filter(
    ([key]) => !dropped.has(key),
  );
  return withAt(definition, pointer, { ...Object.fromEntries(others), name: entry.name });
}
