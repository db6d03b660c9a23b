import {
  Anchor,
  Box,
  Button,
  Center,
  Code,
  Loader,
  Stack,
  Table,
  Text,
  Title,
} from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { sweepList } from "../../api/sweeps";
import type { SweepSummary } from "../../api/types";
import { Failure } from "../../components/Failure";
import { Moment } from "../../components/Moment";
import { RunProgress } from "../../components/RunProgress";
import { useTitle } from "../../components/useTitle";

/** Every sweep, newest first, page by page. */
export function SweepsPage() {
  useTitle("Sweeps");
  const list = useInfiniteQuery(sweepList);
  const sweeps = list.data?.pages.flatMap((page) => page.items);
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Sweeps
      </Title>
      {list.error && !sweeps && (
        <Failure error={list.error} what="The sweeps could not be read" retry={list.refetch} />
      )}
      {list.isPending && (
        <Center p="xl">
          <Loader aria-label="Reading the sweeps" />
        </Center>
      )}
      {sweeps?.length === 0 && (
        <Text className="quiet">
          There is no sweep yet. The form for a new experiment and <Code>POST /api/v1/sweeps</Code>{" "}
          make one experiment for each point of a grid.
        </Text>
      )}
      {sweeps && sweeps.length > 0 && <SweepTable sweeps={sweeps} />}
      {list.hasNextPage && (
        <Center>
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => list.fetchNextPage()}
          >
            Load more
          </Button>
        </Center>
      )}
    </Stack>
  );
}

function SweepTable({ sweeps }: { sweeps: SweepSummary[] }) {
  return (
    <Box className="surface">
      <Table.ScrollContainer type="native" minWidth={720}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Fields</Table.Th>
              <Table.Th>Experiments ended</Table.Th>
              <Table.Th>Runs</Table.Th>
              <Table.Th>Created</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sweeps.map((sweep) => (
              <Table.Tr key={sweep.id}>
                <Table.Td>
                  <Anchor component={Link} to={`/sweeps/${sweep.id}`} size="sm" fw={500}>
                    {sweep.name}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  {sweep.fields.map((field) => (
                    <Code key={field} mr={4}>
                      {field}
                    </Code>
                  ))}
                </Table.Td>
                <Table.Td>
                  {sweep.ended} of {sweep.experiments}
                </Table.Td>
                <Table.Td miw={150}>
                  <RunProgress
                    done={sweep.runsDone}
                    total={sweep.runsTotal}
                    label={`Runs done of sweep ${sweep.id}`}
                  />
                </Table.Td>
                <Table.Td style={{ whiteSpace: "nowrap" }}>
                  <Moment at={sweep.createdAt} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Box>
  );
}
