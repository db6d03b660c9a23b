import { Button, Group, Table, Text, Tooltip } from "@mantine/core";
import { maskFile, type RoundAddress, type RunAddress, runName } from "../../api/runs";
import type { RunSummary } from "../../api/types";
import { accuracy, count, duration } from "../../components/format";
import { StateBadge } from "../../components/StateBadge";

const formats = [
  { format: "npz", what: "NumPy archive: one boolean array per layer, [out, in]" },
  { format: "bits", what: "Packed bits, one per weight" },
] as const;

function Masks({ run }: { run: RunAddress }) {
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      {formats.map(({ format, what }) => (
        <Tooltip key={format} label={what}>
          <Button
            component="a"
            href={maskFile(format, run)}
            download
            size="compact-xs"
            variant="default"
            aria-label={`Mask of ${run.arm} ${run.replicate} as ${format}`}
          >
            {format}
          </Button>
        </Tooltip>
      ))}
    </Group>
  );
}

function Result({ run }: { run: RunSummary }) {
  if (run.divergence) {
    return (
      <Table.Td colSpan={3}>
        <Text size="sm" style={{ whiteSpace: "normal" }}>
          Diverged at iteration {count(run.divergence.iteration)}: {run.divergence.reason}
        </Text>
      </Table.Td>
    );
  }
  const share = (value: number | null | undefined) => (value == null ? "–" : accuracy(value));
  return (
    <>
      <Table.Td ta="right">{share(run.atEarlyStop?.testAccuracy)}</Table.Td>
      <Table.Td ta="right">{share(run.atEnd?.testAccuracy)}</Table.Td>
      <Table.Td ta="right">{run.atEarlyStop ? count(run.atEarlyStop.iteration) : "–"}</Table.Td>
    </>
  );
}

/** What each run of a round came to, with its mask to download. */
export function RunTable({ address, runs }: { address: RoundAddress; runs: RunSummary[] }) {
  const replicates = (arm: string) => runs.filter((run) => run.arm === arm).length;
  return (
    <Table.ScrollContainer type="native" minWidth={600}>
      <Table style={{ whiteSpace: "nowrap" }}>
        <Table.Thead style={{ whiteSpace: "normal" }}>
          <Table.Tr>
            <Table.Th>Run</Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th ta="right">Accuracy at early stop</Table.Th>
            <Table.Th ta="right">At the end</Table.Th>
            <Table.Th ta="right">Early-stop iteration</Table.Th>
            <Table.Th ta="right">Took</Table.Th>
            <Table.Th ta="right">Mask</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={`${run.arm}/${run.replicate}`}>
              <Table.Td>{runName(run, replicates(run.arm))}</Table.Td>
              <Table.Td>
                <StateBadge state={run.state} />
              </Table.Td>
              <Result run={run} />
              <Table.Td ta="right">{duration(run.seconds)}</Table.Td>
              <Table.Td>
                <Masks run={{ ...address, arm: run.arm, replicate: run.replicate }} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
