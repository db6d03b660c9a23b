import { ScrollArea, Table, Text } from "@mantine/core";
import type { Plan } from "../../api/types";
import { count, counted, weightsRemaining } from "../../components/format";
import { Panel } from "../../components/Panel";

/** What a definition would make: the number of trainings and each round's weights remaining. */
export function PlanPanel({ plan }: { plan: Plan }) {
  return (
    <Panel title="Plan">
      <Text size="sm" mb="xs">
        {counted(plan.trainings, "training")} of {counted(plan.iterationsPerTraining, "iteration")},{" "}
        {count(plan.trainingsPerTrial)} in each trial.
      </Text>
      <ScrollArea.Autosize mah={320} type="auto" offsetScrollbars>
        <Table verticalSpacing={3} horizontalSpacing="xs" fz="xs" stickyHeader>
          <Table.Thead bg="var(--surface)">
            <Table.Tr>
              <Table.Th ta="right">Round</Table.Th>
              <Table.Th ta="right">Weights remaining</Table.Th>
              <Table.Th ta="right">Weights</Table.Th>
              <Table.Th ta="right">Runs per trial</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.rounds.map((round) => (
              <Table.Tr key={round.round}>
                <Table.Td ta="right">{round.round}</Table.Td>
                <Table.Td ta="right">{weightsRemaining(round.density)} %</Table.Td>
                <Table.Td ta="right">{count(round.kept)}</Table.Td>
                <Table.Td ta="right">{round.runsPerTrial}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </Panel>
  );
}
