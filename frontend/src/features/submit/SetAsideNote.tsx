import { List, Text } from "@mantine/core";
import { useDraft, useMethod } from "./DraftContext";
import { readable } from "./pointer";

/** What was taken out of the draft because the chosen method does not read it. */
export function SetAsideNote() {
  const { setAside } = useDraft();
  const method = useMethod();
  const taken = Object.entries(setAside);
  return (
    taken.length > 0 && (
      <div role="status">
        <Text size="sm">
          Taken out, for {method} does not read these; they come back with a method that does:
        </Text>
        <List size="sm" className="quiet">
          {taken.map(([pointer, value]) => (
            <List.Item key={pointer}>
              {readable(pointer)}: {JSON.stringify(value)}
            </List.Item>
          ))}
        </List>
      </div>
    )
  );
}
