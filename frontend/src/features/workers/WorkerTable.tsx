import { Anchor, Badge, Box, Stack, Table, Text } from "@mantine/core";
import { Link } from "react-router";
import { stateName } from "../../api/states";
import type { WorkerSummary } from "../../api/types";
import { Moment } from "../../components/Moment";
import { Drain } from "./Drain";

const colors = { ACTIVE: "green", DRAINING: "yellow", DRAINED: "gray.5", SILENT: "red" };

type Work = WorkerSummary["work"][number];

function CurrentWork({ work }: { work: Work }) {
  const run =
    work.arm && work.round != null
      ? `round ${work.round}, ${work.arm} ${work.replicate ?? ""}`
      : "";
  return (
    <Text size="sm">
      <Anchor component={Link} to={`/experiments/${work.experiment}`} size="sm">
        Experiment {work.experiment}
      </Anchor>
      {`, trial ${work.trial}`}
      {run && `, ${run.trim()}`}{" "}
      <Text span size="xs" className="quiet">
        since <Moment at={work.since} />
      </Text>
    </Text>
  );
}

function WorkerRow({ worker }: { worker: WorkerSummary }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500}>
          {worker.host}
        </Text>
        <Text size="xs" className="quiet">
          process {worker.pid}
          {worker.version && `, version ${worker.version}`}, Java {worker.java}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="dot" radius="sm" tt="none" fw={500} color={colors[worker.state]}>
          {stateName(worker.state)}
        </Badge>
        <Text size="xs" className="quiet">
          heartbeat <Moment at={worker.lastHeartbeat} />
        </Text>
        {worker.state !== "SILENT" && <Drain worker={worker} />}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{worker.pools.join(", ")}</Text>
        <Text size="xs" className="quiet">
          {worker.device}
        </Text>
        {worker.signatures.map((signature) => (
          <Text key={signature} size="xs" className="quiet" style={{ overflowWrap: "anywhere" }}>
            {signature}
          </Text>
        ))}
      </Table.Td>
      <Table.Td ta="right">
        {worker.work.length} of {worker.slots}
      </Table.Td>
      <Table.Td>
        <Stack gap={2}>
          {worker.work.map((work) => (
            <CurrentWork key={`${work.experiment}/${work.trial}`} work={work} />
          ))}
          {worker.work.length === 0 && (
            <Text size="sm" className="quiet">
              Idle
            </Text>
          )}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}

export function WorkerTable({ workers }: { workers: WorkerSummary[] }) {
  return (
    <Box className="surface">
      <Table.ScrollContainer type="native" minWidth={680}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Host</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th>Pools</Table.Th>
              <Table.Th ta="right">Slots in use</Table.Th>
              <Table.Th>Current work</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {workers.map((worker) => (
              <WorkerRow key={worker.id} worker={worker} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Box>
  );
}
