import type { CatalogEntry, Field } from "../../api/types";
import { keepRead, type SetAside } from "./methods";
import { at, isObject, type Json, type JsonObject, withAt } from "./pointer";

/** A definition while it is written: as a value for the form and as text for the JSON view. */
export interface Draft {
  definition: JsonObject;
  text: string;
  textError: string | null;
  /** What was taken out when the method was chosen, for it does not read it. */
  setAside?: SetAside | undefined;
}

interface Choice {
  pointer: string;
  entry: CatalogEntry;
  previous: CatalogEntry | undefined;
}

export type DraftChange =
  | { type: "edit"; pointer: string; value: Json | undefined }
  | ({ type: "choose" } & Choice)
  /** Another method reads other fields; all there are come with it. */
  | ({ type: "choose-method"; fields: Field[] } & Choice)
  | { type: "write"; text: string };

export function draftOf(definition: JsonObject, setAside?: SetAside): Draft {
  return { definition, text: JSON.stringify(definition, null, 2), textError: null, setAside };
}

/** The draft after a change. Text that is no JSON object stays as typed and changes no value. */
export function changed(draft: Draft, change: DraftChange): Draft {
  switch (change.type) {
    case "edit":
      return draftOf(withAt(draft.definition, change.pointer, change.value), draft.setAside);
    case "choose":
      return draftOf(choose(draft.definition, change), draft.setAside);
    case "choose-method": {
      const chosen = choose(draft.definition, change);
      const kept = keepRead(chosen, draft.setAside ?? {}, change.entry.name, change.fields);
      return draftOf(kept.definition, kept.setAside);
    }
    case "write":
      return written(draft, change.text);
  }
}

function written(draft: Draft, text: string): Draft {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value)
      ? { ...draft, definition: value, text, textError: null }
      : { ...draft, text, textError: "A definition is a JSON object: { … }" };
  } catch (error) {
    return { ...draft, text, textError: error instanceof Error ? error.message : String(error) };
  }
}

/** Names another plug-in and takes out the parameters that only the previous one has. */
function choose(definition: JsonObject, { pointer, entry, previous }: Choice): JsonObject {
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
