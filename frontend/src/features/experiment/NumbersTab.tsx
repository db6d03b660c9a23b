import { Loader, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { curves } from "../../api/experiments";
import {
  type LotterySeries,
  type Metric,
  metrics,
  percentByRound,
  toSeries,
} from "../../components/charts/lotterySeries";
import { accuracy, count, weightsRemaining } from "../../components/format";
import { oneOf, useViewState } from "../../components/useViewState";

const metricCodec = oneOf(metrics, "early-stop");

function Cell({ line, round, metric }: { line: LotterySeries; round: number; metric: Metric }) {
  const i = line.rounds.indexOf(round);
  if (i < 0) {
    return <Table.Td />;
  }
  const text = (value: number | undefined) =>
    metric === "iteration" ? count(Math.round(value ?? 0)) : accuracy(value ?? 0);
  return (
    <Table.Td ta="right">
      {text(line.mean[i])}
      {(line.trials[i] ?? 0) > 1 && (
        <Text size="xs" className="quiet">
          {text(line.min[i])} to {text(line.max[i])}
        </Text>
      )}
    </Table.Td>
  );
}

/** The lottery chart's numbers: mean, and minimum to maximum over trials. */
export function NumbersTab({ id }: { id: number }) {
  const [metric] = useViewState("metric", metricCodec);
  const { data } = useQuery(curves(id));
  if (!data) {
    return <Loader m="md" aria-label="Reading the curves" />;
  }
  const series = toSeries(data, metric);
  return (
    <Table.ScrollContainer type="native" minWidth={560}>
      <Table striped>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">Round</Table.Th>
            <Table.Th ta="right">Weights remaining</Table.Th>
            {series.map((line) => (
              <Table.Th key={line.arm} ta="right">
                {line.arm}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...percentByRound(series)].map(([round, percent]) => (
            <Table.Tr key={round}>
              <Table.Td ta="right">{round}</Table.Td>
              <Table.Td ta="right">{weightsRemaining(percent / 100)} %</Table.Td>
              {series.map((line) => (
                <Cell key={line.arm} line={line} round={round} metric={metric} />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
