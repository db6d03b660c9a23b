import { Select, Switch, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Field } from "../../api/types";
import { useDraftField } from "./DraftContext";
import { isProse } from "./field";
import type { Json } from "./pointer";

export interface FieldProps {
  pointer: string;
  field: Field;
  /** What stands in the draft while nothing is typed; by default nothing does. */
  empty?: Json;
}

export function shown(value: Json | undefined): string {
  if (value === undefined || value === null) {
    return "";
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** How a field is named and explained, as the properties of its input. */
export function labels({ title, help, required }: Field) {
  return { label: title, description: help || undefined, withAsterisk: required };
}

/**
 * What an empty field says: the value that the server expanded, else the rule that it follows or
 * the catalog's default, else what must be given.
 */
export function standing(expanded: Json | undefined, field: Field): string {
  const said = expanded ?? field.rule ?? (field.fallback as Json | undefined);
  return shown(said ?? (field.required ? field.allowed : undefined));
}

/** A piece of text; empty means left out. */
export function TextField({ pointer, field, empty }: FieldProps) {
  const { value, fallback, error, edit } = useDraftField(pointer);
  const common = {
    ...labels(field),
    value: shown(value),
    placeholder: standing(fallback, field),
    error,
    onChange: (event: { currentTarget: { value: string } }) =>
      edit(event.currentTarget.value || empty),
  };
  return isProse(field) ? <Textarea {...common} autosize minRows={1} /> : <TextInput {...common} />;
}

/** What a number field's text means: a number, nothing, or text that the server will refuse. */
export function numberOrText(text: string): Json | undefined {
  const trimmed = text.trim();
  const number = Number(trimmed);
  return trimmed === "" ? undefined : Number.isFinite(number) ? number : trimmed;
}

/** A number, kept as typed ("1e-3", "0.10") as long as it means the draft's value. */
export function NumberField({ pointer, field, empty }: FieldProps) {
  const { value, fallback, error, edit } = useDraftField(pointer);
  const [typed, setTyped] = useState(() => shown(value));
  const text = numberOrText(typed) === value ? typed : shown(value);
  return (
    <TextInput
      {...labels(field)}
      inputMode="decimal"
      value={text}
      placeholder={standing(fallback, field)}
      error={error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        edit(numberOrText(event.currentTarget.value) ?? empty);
      }}
    />
  );
}

/** One of a few words; cleared means left out. */
export function OptionField({ pointer, field, empty }: FieldProps) {
  const { value, fallback, error, edit } = useDraftField(pointer);
  const word = shown(value);
  const options = field.options ?? [];
  return (
    <Select
      {...labels(field)}
      clearable={!field.required}
      allowDeselect={!field.required}
      data={word === "" || options.includes(word) ? options : [word, ...options]}
      value={word || null}
      placeholder={standing(fallback, field)}
      error={error}
      onChange={(chosen) => edit(chosen ?? empty)}
    />
  );
}

/** Yes or no. */
export function FlagField({ pointer, field }: FieldProps) {
  const { value, fallback, error, edit } = useDraftField(pointer);
  const { label, description } = labels(field);
  return (
    <Switch
      label={label}
      description={description}
      checked={(value ?? fallback ?? field.fallback) === true}
      error={error}
      onChange={(event) => edit(event.currentTarget.checked)}
    />
  );
}
