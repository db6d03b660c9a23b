import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useDraftField } from "./DraftContext";
import { type FieldProps, labels, shown, standing } from "./fields";
import type { Json } from "./pointer";

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

/** A value of any form written as JSON, kept as typed as long as it means the draft's value. */
export function JsonField({ pointer, field, empty }: FieldProps) {
  const { value, fallback, error, edit } = useDraftField(pointer, true);
  const [typed, setTyped] = useState(() => shown(value));
  const same = JSON.stringify(jsonOrText(typed)) === JSON.stringify(value);
  return (
    <Textarea
      {...labels(field)}
      autosize
      minRows={1}
      maxRows={12}
      value={same ? typed : shown(value)}
      placeholder={standing(fallback, field)}
      error={error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        edit(jsonOrText(event.currentTarget.value) ?? empty);
      }}
    />
  );
}
