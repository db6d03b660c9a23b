import { Collapse, Textarea, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";

interface JsonEditorProps {
  text: string;
  error: string | null;
  write: (text: string) => void;
}

/** The definition as JSON; the form follows what is typed here, and this follows the form. */
export function JsonEditor({ text, error, write }: JsonEditorProps) {
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <div className="surface" style={{ padding: 12 }}>
      <UnstyledButton onClick={toggle} aria-expanded={opened} fz="sm" fw={600} w="100%">
        {opened ? "▾" : "▸"} Definition as JSON
      </UnstyledButton>
      <Collapse expanded={opened}>
        <Textarea
          mt="xs"
          aria-label="Definition as JSON"
          autosize
          minRows={12}
          maxRows={30}
          spellCheck={false}
          value={text}
          error={error}
          onChange={(event) => write(event.currentTarget.value)}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 12 } }}
        />
      </Collapse>
    </div>
  );
}
