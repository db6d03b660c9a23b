import { Anchor, Box, Center, Loader, Stack, Table, Text, Title } from "@mantine/core";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { curves } from "../../api/experiments";
import { hasEnded } from "../../api/states";
import { sweepDetail } from "../../api/sweeps";
import type { Curves, SweepDetail } from "../../api/types";
import { LotteryChart } from "../../components/charts/LotteryChart";
import { Failure } from "../../components/Failure";
import { accuracy, counted, weightsRemaining } from "../../components/format";
import { NotFound } from "../../components/NotFound";
import { Panel } from "../../components/Panel";
import { RunProgress } from "../../components/RunProgress";
import { StateBadge } from "../../components/StateBadge";
import { useTitle } from "../../components/useTitle";
import { best, comparison } from "./comparison";

/** One sweep: its points' tickets in one chart, and where their experiments stand. */
export function SweepPage() {
  const { id = "" } = useParams();
  if (!/^\d{1,15}$/.test(id)) {
    return <NotFound what={`"${id}" is no sweep's number.`} />;
  }
  return <LoadedSweep key={id} id={Number(id)} />;
}

function LoadedSweep({ id }: { id: number }) {
  const { data: sweep, error, refetch } = useQuery(sweepDetail(id));
  useTitle(sweep?.name ?? `Sweep ${id}`);
  if (sweep) {
    return <Comparison sweep={sweep} />;
  }
  if (error) {
    return <Failure error={error} what={`Sweep ${id} could not be read`} retry={refetch} />;
  }
  return (
    <Center p="xl">
      <Loader aria-label="Reading the sweep" />
    </Center>
  );
}

function Comparison({ sweep }: { sweep: SweepDetail }) {
  const read = useQueries({
    queries: sweep.points.map(({ experiment }) => ({
      ...curves(experiment.id),
      refetchInterval: hasEnded(experiment.state) ? (false as const) : 15_000,
    })),
    combine: (results) => results.map((result) => result.data),
  });
  const compared = comparison(sweep.points, read);
  return (
    <Stack gap="md">
      <Box>
        <Title order={1} size="h3" style={{ overflowWrap: "anywhere" }}>
          {sweep.name}
        </Title>
        <Text size="sm" className="quiet">
          Sweep {sweep.id} over {sweep.fields.join(" and ")}:{" "}
          {counted(sweep.experiments, "experiment")}, {sweep.ended} ended
        </Text>
      </Box>
      <Panel title="Tickets of all points against weights remaining">
        {compared.arms.length > 0 ? (
          <LotteryChart curves={compared} file={`winnow-sweep-${sweep.id}`} />
        ) : (
          <Text className="quiet" ta="center" py="xl">
            The first point appears when the first training of round 0 is done.
          </Text>
        )}
      </Panel>
      <PointTable sweep={sweep} read={read} />
    </Stack>
  );
}

function PointTable({ sweep, read }: { sweep: SweepDetail; read: (Curves | undefined)[] }) {
  return (
    <Box className="surface">
      <Table.ScrollContainer type="native" minWidth={720}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Point</Table.Th>
              <Table.Th>State</Table.Th>
              <Table.Th>Runs</Table.Th>
              <Table.Th>Best ticket at early stop</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sweep.points.map(({ number, label, experiment }, i) => (
              <Table.Tr key={number}>
                <Table.Td>
                  <Anchor component={Link} to={`/experiments/${experiment.id}`} size="sm">
                    {label}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <StateBadge state={experiment.state} />
                </Table.Td>
                <Table.Td miw={150}>
                  <RunProgress
                    done={experiment.progress.runsDone}
                    total={experiment.progress.runsTotal}
                    label={`Runs done of point ${number}`}
                  />
                </Table.Td>
                <Table.Td>{bestText(read[i])}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Box>
  );
}

function bestText(curves: Curves | undefined): string {
  const found = best(curves);
  return found === null
    ? ""
    : `${accuracy(found.accuracy)} at ${weightsRemaining(found.density)} % of weights remaining`;
}
