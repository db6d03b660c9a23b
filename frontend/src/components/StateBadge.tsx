import { Badge } from "@mantine/core";
import { stateName } from "../api/states";

const colors: Record<string, string> = {
  QUEUED: "gray.5",
  RUNNING: "brand.4",
  PAUSED: "yellow",
  COMPLETED: "green.6",
  CANCELLED: "gray.5",
  FAILED: "red",
  DIVERGED: "orange",
};

/** The state of an experiment, trial or run: its word, with a coloured dot as a second sign. */
export function StateBadge({ state }: { state: string }) {
  return (
    <Badge
      variant="dot"
      color={colors[state] ?? "gray.5"}
      radius="sm"
      tt="none"
      fw={500}
      size="md"
      miw="max-content"
    >
      {stateName(state)}
    </Badge>
  );
}
