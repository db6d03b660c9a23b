import { Button, Stack, Text } from "@mantine/core";
import { Link } from "react-router";

/** The empty list says what to do. */
export function NothingYet({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <Text className="surface quiet" p="xl" ta="center">
        No experiment is in this state.
      </Text>
    );
  }
  return (
    <Stack className="surface" align="center" gap="xs" p={48}>
      <Text fw={600}>No experiment yet</Text>
      <Text className="quiet" ta="center" maw={460}>
        Choose a preset and submit it: each round trains the network, prunes its smallest weights
        and rewinds the rest. The chart grows here while it runs.
      </Text>
      <Button component={Link} to="/new" mt="sm">
        New experiment
      </Button>
    </Stack>
  );
}
