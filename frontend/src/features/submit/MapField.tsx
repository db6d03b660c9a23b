import { Box, Button, CloseButton, Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useDraftField } from "./DraftContext";
import { FieldView } from "./FieldView";
import type { FieldProps } from "./fields";
import { Inset } from "./Inset";
import { inside, isObject } from "./pointer";

/** Values of one kind by names that the researcher gives, such as rates by layer. */
export function MapField({ pointer, field }: FieldProps) {
  const { value, error, edit } = useDraftField(pointer);
  const map = isObject(value) ? value : {};
  return (
    <Inset title={field.title} help={field.help} error={error}>
      <Stack gap="sm">
        {Object.keys(map).map((name) => (
          <MapEntry key={name} pointer={inside(pointer, name)} field={field} name={name} />
        ))}
        <NewName title={field.title} taken={map} add={(name) => edit({ ...map, [name]: "" })} />
      </Stack>
    </Inset>
  );
}

function MapEntry({ pointer, field, name }: FieldProps & { name: string }) {
  const { edit } = useDraftField(pointer);
  const kind = field.each ?? "json";
  const value = { ...field, kind, title: name, help: "", allowed: "", rule: null, fallback: null };
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <Box flex={1}>
        {/* Cleared to be typed anew, it stays until it is removed. */}
        <FieldView pointer={pointer} field={{ ...value, required: true }} empty="" />
      </Box>
      <CloseButton mt={24} aria-label={`Remove ${name}`} onClick={() => edit(undefined)} />
    </Group>
  );
}

interface NewNameProps {
  title: string;
  taken: object;
  add: (name: string) => void;
}

function NewName({ title, taken, add }: NewNameProps) {
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  const free = name !== "" && !Object.hasOwn(taken, name);
  const enter = () => {
    if (free) {
      add(name);
      setTyped("");
    }
  };
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        flex={1}
        aria-label={`New name in ${title}`}
        placeholder="Name"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && enter()}
      />
      <Button variant="default" disabled={!free} onClick={enter}>
        Add
      </Button>
    </Group>
  );
}
