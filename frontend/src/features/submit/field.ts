import type { Catalog, CatalogEntry, Field, Parameter } from "../../api/types";

/** The entries of one kind of plug-in, by the name of its list in the catalog. */
export function entries(catalog: Catalog, kind: string | null | undefined): CatalogEntry[] {
  const lists = catalog as unknown as Record<string, CatalogEntry[] | undefined>;
  return (kind && lists[kind]) || [];
}

/** A plug-in's own parameter as a field like those of the definition. */
export function fieldOf(parameter: Parameter): Field {
  return {
    ...parameter,
    pointer: "",
    help: [parameter.summary, parameter.allowed].filter(Boolean).join("; "),
    fields: [],
  };
}

/** Text that is empty when it is left out is prose of any length, all other text is short. */
export function isProse(field: Field): boolean {
  return field.kind === "text" && field.fallback === "" && !field.rule;
}

const narrowKinds = ["integer", "decimal", "option", "flag", "text"];

function isNarrow(field: Field): boolean {
  return narrowKinds.includes(field.kind) && !isProse(field);
}

/**
 * The places of the fields that take a whole row of two columns: those that need the room, and
 * short text that would otherwise stand alone in its row.
 */
export function wholeRows(fields: Field[]): boolean[] {
  let second = false;
  return fields.map((field, index) => {
    const next = fields[index + 1];
    const alone = !second && (next === undefined || !isNarrow(next));
    const whole = !isNarrow(field) || (alone && field.kind === "text");
    second = !whole && !second;
    return whole;
  });
}
