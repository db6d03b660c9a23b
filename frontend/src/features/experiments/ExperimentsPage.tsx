import { Button, Group, Stack, Title } from "@mantine/core";
import { Link } from "react-router";
import { useTitle } from "../../components/useTitle";
import { ExperimentList } from "./ExperimentList";
import { NewestResult } from "./NewestResult";

/** The first page: the newest result, and every experiment. */
export function ExperimentsPage() {
  useTitle("Experiments");
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title order={1} size="h3">
          Experiments
        </Title>
        <Button component={Link} to="/new">
          New experiment
        </Button>
      </Group>
      <NewestResult />
      <ExperimentList />
    </Stack>
  );
}
