import { Anchor, Badge, Box, Group, Table, Text } from "@mantine/core";
import { Link } from "react-router";
import type { ExperimentSummary } from "../../api/types";
import { duration } from "../../components/format";
import { Moment } from "../../components/Moment";
import { RunProgress } from "../../components/RunProgress";
import { StateBadge } from "../../components/StateBadge";

function trialsText({ trials }: ExperimentSummary): string {
  const rest = [
    trials.diverged > 0 && `${trials.diverged} diverged`,
    trials.failed > 0 && `${trials.failed} failed`,
  ].filter(Boolean);
  return [`${trials.completed} of ${trials.total}`, ...rest].join(", ");
}

function ExperimentRow({ experiment }: { experiment: ExperimentSummary }) {
  const { progress } = experiment;
  return (
    <Table.Tr>
      <Table.Td w={1}>
        <StateBadge state={experiment.state} />
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} to={`/experiments/${experiment.id}`} size="sm" fw={500}>
          {experiment.name}
        </Anchor>
        <Group gap={4} mt={2}>
          <Text size="xs" className="quiet" mr={4}>
            {experiment.architecture} on {experiment.dataset}
          </Text>
          {experiment.tags.map((tag) => (
            <Badge key={tag} size="xs" variant="default" tt="none" fw={400} radius="sm">
              {tag}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>{trialsText(experiment)}</Table.Td>
      <Table.Td miw={150}>
        <RunProgress
          done={progress.runsDone}
          total={progress.runsTotal}
          label={`Runs done of experiment ${experiment.id}`}
        />
        {progress.secondsLeft != null && (
          <Text size="xs" className="quiet">
            about {duration(progress.secondsLeft)} left
          </Text>
        )}
      </Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>
        <Moment at={experiment.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}

export function ExperimentTable({ experiments }: { experiments: ExperimentSummary[] }) {
  return (
    <Box className="surface">
      <Table.ScrollContainer type="native" minWidth={720}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>State</Table.Th>
              <Table.Th>Name</Table.Th>
              <Table.Th>Trials done</Table.Th>
              <Table.Th>Runs</Table.Th>
              <Table.Th>Created</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {experiments.map((experiment) => (
              <ExperimentRow key={experiment.id} experiment={experiment} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Box>
  );
}
