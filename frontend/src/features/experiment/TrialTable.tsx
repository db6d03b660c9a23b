import { Table, Text } from "@mantine/core";
import type { TrialSummary } from "../../api/types";
import { accuracy, count } from "../../components/format";
import { RunProgress } from "../../components/RunProgress";
import { StateBadge } from "../../components/StateBadge";
import { Waiting } from "../../components/Waiting";

type Current = NonNullable<TrialSummary["current"]>;

function CurrentRun({ current }: { current: Current }) {
  return (
    <>
      <Text size="sm" className="numbers">
        Round {current.round}, {current.arm} {current.replicate}, iteration{" "}
        {count(current.iteration)} of {count(current.iterations)}
      </Text>
      {current.validationAccuracy != null && (
        <Text size="xs" className="quiet numbers">
          validation accuracy {accuracy(current.validationAccuracy)}
        </Text>
      )}
    </>
  );
}

function TrialRow({ trial }: { trial: TrialSummary }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500} style={{ whiteSpace: "nowrap" }}>
          Trial {trial.number}
        </Text>
        <Text size="xs" className="quiet">
          seed {trial.seed}
        </Text>
      </Table.Td>
      <Table.Td>
        <StateBadge state={trial.state} />
      </Table.Td>
      <Table.Td miw={140}>
        <RunProgress
          done={trial.runsDone}
          total={trial.runsTotal}
          label={`Runs done of trial ${trial.number}`}
        />
      </Table.Td>
      <Table.Td>
        {trial.current && <CurrentRun current={trial.current} />}
        {trial.reason && <Text size="sm">{trial.reason}</Text>}
        {trial.waiting && <Waiting waiting={trial.waiting} />}
      </Table.Td>
      <Table.Td>
        <Text size="xs" className="quiet" style={{ overflowWrap: "anywhere" }}>
          {trial.signature}
        </Text>
        {!trial.bitReproducible && <Text size="xs">Any signature: bits not reproducible</Text>}
      </Table.Td>
    </Table.Tr>
  );
}

/** Each trial with what it does now, or why it ended as it did. */
export function TrialTable({ trials }: { trials: TrialSummary[] }) {
  return (
    <Table.ScrollContainer type="native" minWidth={680}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Trial</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Runs</Table.Th>
            <Table.Th>Now</Table.Th>
            <Table.Th>Numeric signature</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {trials.map((trial) => (
            <TrialRow key={trial.number} trial={trial} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
