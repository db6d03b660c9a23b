import { TagsInput } from "@mantine/core";
import { useDraftField } from "./DraftContext";
import { type FieldProps, labels, numberOrText, shown, standing } from "./fields";
import type { Json } from "./pointer";

/** Some values of one kind, such as tags or densities; none means left out. */
export function ListField({ pointer, field }: FieldProps) {
  const { value, fallback, error, edit } = useDraftField(pointer, true);
  const numeric = field.each === "integer" || field.each === "decimal";
  const element = (text: string): Json => (numeric ? (numberOrText(text) ?? text) : text);
  const list = Array.isArray(value) ? value.map(shown) : [];
  return (
    <TagsInput
      {...labels(field)}
      data={field.options ?? []}
      value={list}
      allowDuplicates={numeric}
      placeholder={list.length === 0 ? hint(standing(fallback, field)) : ""}
      error={error}
      onChange={(next) => edit(next.length === 0 ? undefined : next.map(element))}
    />
  );
}

function hint(standing: string): string {
  return standing === "" || standing === "[]" ? "Type and press Enter" : standing;
}
