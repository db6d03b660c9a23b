import { Button, Code, CopyButton, Group, Text } from "@mantine/core";
import type { Definition } from "../../api/types";

/** The stored definition with every default written out. */
export function DefinitionTab({ definition }: { definition: Definition }) {
  const text = JSON.stringify(definition, null, 2);
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" className="quiet">
          As it was submitted, with every default written out.
        </Text>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Code block>{text}</Code>
    </>
  );
}
