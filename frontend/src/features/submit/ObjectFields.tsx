import { useDraftField } from "./DraftContext";
import { Fault } from "./Fault";
import { FieldGrid } from "./FieldGrid";
import type { FieldProps } from "./fields";

/** The fields of an object; while it may be left out and is, none of them must be given. */
export function ObjectFields({ pointer, field }: FieldProps) {
  const { value, error } = useDraftField(pointer);
  const wanted = field.required || value !== undefined;
  const fields = wanted
    ? field.fields
    : field.fields.map((inner) => ({ ...inner, required: false }));
  return (
    <>
      <FieldGrid pointer={pointer} fields={fields} />
      <Fault error={error} />
    </>
  );
}
