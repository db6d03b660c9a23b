import { Select, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useDraftField } from "./DraftContext";
import type { Json } from "./pointer";

export interface FieldProps {
  pointer: string;
  label: string;
  description?: string;
  required?: boolean;
  /** Stands in an empty field when the server has not said its default. */
  fallback?: Json | undefined;
}

function shown(value: Json | undefined): string {
  if (value === undefined || value === null) {
    return "";
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A piece of text; empty means left out. */
export function TextField({ pointer, fallback, required, ...rest }: FieldProps) {
  const field = useDraftField(pointer);
  return (
    <TextInput
      {...rest}
      size="sm"
      withAsterisk={required}
      value={shown(field.value)}
      placeholder={shown(field.fallback ?? fallback)}
      error={field.error}
      onChange={(event) => field.edit(event.currentTarget.value || undefined)}
    />
  );
}

export function NotesField({ pointer, label }: FieldProps) {
  const field = useDraftField(pointer);
  return (
    <Textarea
      label={label}
      autosize
      minRows={1}
      value={shown(field.value)}
      error={field.error}
      onChange={(event) => field.edit(event.currentTarget.value || undefined)}
    />
  );
}

/** What a number field's text means: a number, nothing, or text that the server will refuse. */
export function numberOrText(text: string): Json | undefined {
  const trimmed = text.trim();
  const number = Number(trimmed);
  return trimmed === "" ? undefined : Number.isFinite(number) ? number : trimmed;
}

/** A number, kept as typed ("1e-3", "0.10") as long as it means the draft's value. */
export function NumberField({ pointer, fallback, required, ...rest }: FieldProps) {
  const field = useDraftField(pointer);
  const [typed, setTyped] = useState(() => shown(field.value));
  const text = numberOrText(typed) === field.value ? typed : shown(field.value);
  return (
    <TextInput
      {...rest}
      size="sm"
      inputMode="decimal"
      withAsterisk={required}
      value={text}
      placeholder={shown(field.fallback ?? fallback)}
      error={field.error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        field.edit(numberOrText(event.currentTarget.value));
      }}
    />
  );
}

/** What a JSON field's text means: a value, nothing, or text that the server will refuse. */
export function jsonOrText(text: string): Json | undefined {
  if (text.trim() === "") {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A list or an object written as JSON, kept as typed as long as it means the draft's value. */
export function JsonField({ pointer, fallback, required, ...rest }: FieldProps) {
  const field = useDraftField(pointer, true);
  const [typed, setTyped] = useState(() => shown(field.value));
  const same = JSON.stringify(jsonOrText(typed)) === JSON.stringify(field.value);
  return (
    <Textarea
      {...rest}
      size="sm"
      autosize
      minRows={1}
      maxRows={12}
      withAsterisk={required}
      value={same ? typed : shown(field.value)}
      placeholder={shown(field.fallback ?? fallback)}
      error={field.error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        field.edit(jsonOrText(event.currentTarget.value));
      }}
    />
  );
}

interface OptionFieldProps extends FieldProps {
  options: string[];
}

/** One of a few words; cleared means left out. */
export function OptionField({ pointer, options, fallback, required, ...rest }: OptionFieldProps) {
  const field = useDraftField(pointer);
  const value = shown(field.value);
  const known = value === "" || options.includes(value) ? options : [value, ...options];
  return (
    <Select
      {...rest}
      size="sm"
      withAsterisk={required}
      clearable={!required}
      allowDeselect={!required}
      data={known}
      value={value || null}
      placeholder={shown(field.fallback ?? fallback)}
      error={field.error}
      onChange={(chosen) => field.edit(chosen ?? undefined)}
    />
  );
}

export function TagsField({ pointer, label }: FieldProps) {
  const field = useDraftField(pointer);
  const tags = Array.isArray(field.value) ? field.value.map(shown) : [];
  return (
    <TagsInput
      label={label}
      value={tags}
      placeholder={tags.length === 0 ? "Type and press Enter" : ""}
      error={field.error}
      onChange={(next) => field.edit(next.length === 0 ? undefined : next)}
    />
  );
}
