import type { Field } from "../../api/types";
import { ArrayFields } from "./ArrayFields";
import { type FieldProps, FlagField, NumberField, OptionField, TextField } from "./fields";
import { Inset } from "./Inset";
import { JsonField } from "./JsonField";
import { ListField } from "./ListField";
import { MapField } from "./MapField";
import { ObjectFields } from "./ObjectFields";
import { PlugInFields } from "./PlugInFields";

/** A field as its kind is drawn; a kind that is not known here is written as JSON. */
export function FieldView(props: FieldProps) {
  switch (props.field.kind) {
    case "integer":
    case "decimal":
      return <NumberField {...props} />;
    case "text":
      return <TextField {...props} />;
    case "option":
      return <OptionField {...props} />;
    case "flag":
      return <FlagField {...props} />;
    case "list":
      return <ListField {...props} />;
    case "map":
      return <MapField {...props} />;
    case "plug-in":
      return <PlugInFields {...props} />;
    case "object":
      return (
        <Inset {...heading(props.field)}>
          <ObjectFields {...props} />
        </Inset>
      );
    case "array":
      return (
        <Inset {...heading(props.field)}>
          <ArrayFields {...props} />
        </Inset>
      );
    default:
      return <JsonField {...props} />;
  }
}

function heading({ title, help }: Field) {
  return { title, help, error: null };
}
