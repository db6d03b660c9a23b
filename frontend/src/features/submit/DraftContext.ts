import { createContext, useContext } from "react";
import type { Catalog, Validation } from "../../api/types";
import { sentence } from "../../components/Refusal";
import type { DraftChange } from "./draft";
import { methodOf, type SetAside } from "./methods";
import { at, type Json, type JsonObject } from "./pointer";

/** What every field of the form needs: the draft, what the server says of it, and how to change it. */
export interface DraftScope {
  catalog: Catalog;
  definition: JsonObject;
  setAside: SetAside;
  validation: Validation | undefined;
  change: (change: DraftChange) => void;
}

export const DraftContext = createContext<DraftScope | null>(null);

export function useDraft(): DraftScope {
  const scope = useContext(DraftContext);
  if (scope === null) {
    throw new Error("a field stands outside the draft's form");
  }
  return scope;
}

/** The method of the draft; undefined if the catalog does not know it. */
export function useMethod(): string | undefined {
  const { catalog, definition, validation } = useDraft();
  return methodOf(catalog, definition, expanded(validation));
}

export interface DraftField {
  value: Json | undefined;
  /** The value that stands while the field is empty, as the server expanded it. */
  fallback: Json | undefined;
  error: string | null;
  edit: (value: Json | undefined) => void;
}

/** The draft at one JSON pointer. A field that shows all of a value shows the errors inside it. */
export function useDraftField(pointer: string, whole = false): DraftField {
  const { definition, validation, change } = useDraft();
  return {
    value: at(definition, pointer),
    fallback: at(expanded(validation), pointer),
    error: errorAt(validation, pointer, whole),
    edit: (value) => change({ type: "edit", pointer, value }),
  };
}

function expanded(validation: Validation | undefined): JsonObject | undefined {
  return (validation?.definition as JsonObject | null | undefined) ?? undefined;
}

function errorAt(
  validation: Validation | undefined,
  pointer: string,
  whole: boolean,
): string | null {
  const here = (place: string) => place === pointer || (whole && place.startsWith(`${pointer}/`));
  const errors = validation?.errors.filter((error) => here(error.pointer)) ?? [];
  return errors.length === 0 ? null : errors.map(sentence).join(" ");
}
