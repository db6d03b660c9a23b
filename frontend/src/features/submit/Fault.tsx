import { Text } from "@mantine/core";

/** What is wrong with a group of fields as a whole. */
export function Fault({ error }: { error: string | null }) {
  return (
    error && (
      <Text size="sm" c="var(--mantine-color-error)">
        {error}
      </Text>
    )
  );
}
