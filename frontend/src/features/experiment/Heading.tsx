import { Anchor, Badge, Box, Code, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "react-router";
import type { ExperimentDetail } from "../../api/types";
import { Moment } from "../../components/Moment";
import { StateBadge } from "../../components/StateBadge";
import { Actions } from "./Actions";
import { Standing } from "./Standing";

/** Name, state, origin and progress of an experiment, and what can be done with it. */
export function Heading({ experiment }: { experiment: ExperimentDetail }) {
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="wrap" gap="sm">
        <Box flex="1 1 420px">
          <Title order={1} size="h3" style={{ overflowWrap: "anywhere" }}>
            {experiment.name}
          </Title>
          <Origin experiment={experiment} />
        </Box>
        <Actions experiment={experiment} />
      </Group>
      <Standing experiment={experiment} />
    </Stack>
  );
}

function Origin({ experiment }: { experiment: ExperimentDetail }) {
  return (
    <Group gap="xs" mt={4}>
      <StateBadge state={experiment.state} />
      <Text size="sm" className="quiet">
        Experiment {experiment.id}: {experiment.architecture} on {experiment.dataset}, created{" "}
        <Moment at={experiment.createdAt} />, fingerprint{" "}
        <Code title={experiment.fingerprint}>{experiment.fingerprint.slice(0, 12)}</Code>
      </Text>
      {experiment.origin && <ForkedFrom origin={experiment.origin} />}
      {experiment.sweep != null && (
        <Anchor component={Link} to={`/sweeps/${experiment.sweep}`} size="sm">
          Sweep {experiment.sweep}
        </Anchor>
      )}
      {experiment.tags.map((tag) => (
        <Badge key={tag} size="sm" variant="default" tt="none" fw={400} radius="sm">
          {tag}
        </Badge>
      ))}
    </Group>
  );
}

function ForkedFrom({ origin }: { origin: NonNullable<ExperimentDetail["origin"]> }) {
  return (
    <Text size="sm" className="quiet">
      Rounds 0 to {origin.atRound} taken over from{" "}
      {origin.parent == null ? (
        "an experiment that has been deleted"
      ) : (
        <Anchor component={Link} to={`/experiments/${origin.parent}`} size="sm">
          experiment {origin.parent}
        </Anchor>
      )}
    </Text>
  );
}
