import { Button, CloseButton, Group, Stack } from "@mantine/core";
import { useDraft, useDraftField } from "./DraftContext";
import { Fault } from "./Fault";
import { entries } from "./field";
import type { FieldProps } from "./fields";
import { Inset } from "./Inset";
import { ObjectFields } from "./ObjectFields";
import { PlugInFields } from "./PlugInFields";
import { inside, type Json } from "./pointer";

/** Objects in a row, such as the controls, each a plug-in if there is a catalog of them. */
export function ArrayFields({ pointer, field }: FieldProps) {
  const { catalog } = useDraft();
  const { value, error, edit } = useDraftField(pointer);
  const list = Array.isArray(value) ? value : [];
  const add = (element: Json) => edit([...list, element]);
  return (
    <Stack gap="sm">
      {list.map((_, index) => (
        // An element has nothing of its own before it is filled in; its place is its identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: fields hold no state beyond the draft's
        <Element key={index} pointer={inside(pointer, index)} field={field} number={index + 1} />
      ))}
      <Fault error={error} />
      <Group gap="xs">
        {entries(catalog, field.catalog).map(({ name, summary }) => (
          <Button
            key={name}
            size="xs"
            variant="default"
            title={summary}
            onClick={() => add({ name })}
          >
            Add {name}
          </Button>
        ))}
        {!field.catalog && (
          <Button size="xs" variant="default" onClick={() => add({})}>
            Add
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Element({ pointer, field, number }: FieldProps & { number: number }) {
  const { edit } = useDraftField(pointer);
  const title = one(field.title);
  const element = { ...field, title, help: "", required: true };
  return (
    <Inset
      title={`${title} ${number}`}
      error={null}
      actions={
        <CloseButton
          size="sm"
          aria-label={`Remove ${title.toLowerCase()} ${number}`}
          onClick={() => edit(undefined)}
        />
      }
    >
      {field.catalog ? (
        <PlugInFields pointer={pointer} field={element} />
      ) : (
        <ObjectFields pointer={pointer} field={element} />
      )}
    </Inset>
  );
}

/** One of what a title in the plural names: "Control" of "Controls". */
function one(title: string): string {
  return title.replace(/s$/, "");
}
