import { Box, Button, CloseButton, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import type { CatalogEntry } from "../../api/types";
import { useDraftField } from "./DraftContext";
import { TextField } from "./fields";
import { PlugInFields } from "./PlugInFields";

/** The controls that are trained beside the ticket. */
export function ArmFields({ entries }: { entries: CatalogEntry[] }) {
  const arms = useDraftField("/arms");
  const list = Array.isArray(arms.value) ? arms.value : [];
  return (
    <Stack gap="sm">
      {list.length === 0 && (
        <Text size="sm" className="quiet">
          Only the ticket is trained. A control shows what the mask or the initial weights
          contribute.
        </Text>
      )}
      {list.map((_, index) => (
        // An arm has nothing of its own before it is named; its place is its identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: fields hold no state beyond the draft's
        <ArmField key={index} index={index} entries={entries} />
      ))}
      {arms.error && (
        <Text size="sm" c="var(--mantine-color-error)">
          {arms.error}
        </Text>
      )}
      <Group gap="xs">
        {entries.map((entry) => (
          <Button
            key={entry.name}
            size="xs"
            variant="default"
            title={entry.summary}
            onClick={() => arms.edit([...list, { name: entry.name }])}
          >
            Add {entry.name}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}

function ArmField({ index, entries }: { index: number; entries: CatalogEntry[] }) {
  const pointer = `/arms/${index}`;
  const { edit, error } = useDraftField(pointer);
  return (
    <Box pl="sm" style={{ borderLeft: "2px solid var(--line)" }}>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={600}>
          Control {index + 1}
        </Text>
        <CloseButton
          size="sm"
          aria-label={`Remove control ${index + 1}`}
          onClick={() => edit(undefined)}
        />
      </Group>
      <Stack gap="sm">
        <PlugInFields pointer={pointer} label="Control" entries={entries} required />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField
            pointer={`${pointer}/id`}
            label="Id"
            description="Unique; by default the name"
          />
          <TextField
            pointer={`${pointer}/rounds`}
            label="Rounds"
            description="In which it is trained, such as 1-20"
          />
        </SimpleGrid>
        {error && (
          <Text size="sm" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
      </Stack>
    </Box>
  );
}
