import { Badge, Box, Code, Group, Stack, Text, Title } from "@mantine/core";
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
      {experiment.tags.map((tag) => (
        <Badge key={tag} size="sm" variant="default" tt="none" fw={400} radius="sm">
          {tag}
        </Badge>
      ))}
    </Group>
  );
}
