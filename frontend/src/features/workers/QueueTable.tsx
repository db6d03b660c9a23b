import { Anchor, Box, Table, Text } from "@mantine/core";
import { Link } from "react-router";
import type { QueueEntry } from "../../api/types";
import { Moment } from "../../components/Moment";
import { Waiting } from "../../components/Waiting";

/** The trials that no worker has, and what each waits for. */
export function QueueTable({ queue }: { queue: QueueEntry[] }) {
  return (
    <Box className="surface">
      <Table.ScrollContainer type="native" minWidth={680}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Trial</Table.Th>
              <Table.Th>Pool</Table.Th>
              <Table.Th ta="right">Priority</Table.Th>
              <Table.Th>Waits for</Table.Th>
              <Table.Th>Since</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {queue.map((entry) => (
              <Table.Tr key={`${entry.experiment}/${entry.trial}`}>
                <Table.Td>
                  <Anchor component={Link} to={`/experiments/${entry.experiment}`} size="sm">
                    {entry.name}
                  </Anchor>
                  <Text size="xs" className="quiet">
                    experiment {entry.experiment}, trial {entry.trial}
                  </Text>
                </Table.Td>
                <Table.Td>{entry.pool}</Table.Td>
                <Table.Td ta="right">{entry.priority}</Table.Td>
                <Table.Td>
                  <Waiting waiting={entry.waiting} />
                </Table.Td>
                <Table.Td>
                  <Moment at={entry.waiting.since} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Box>
  );
}
