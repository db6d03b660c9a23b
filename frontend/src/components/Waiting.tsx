import { Text } from "@mantine/core";
import type { Wait } from "../api/types";

/** What a trial waits for, in the server's words. */
export function Waiting({ waiting }: { waiting: Wait }) {
  return (
    <>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {waiting.why}
      </Text>
      {waiting.until && (
        <Text size="xs" className="quiet">
          next attempt at {new Date(waiting.until).toLocaleTimeString()}
        </Text>
      )}
    </>
  );
}
