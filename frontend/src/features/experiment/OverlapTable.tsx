import { Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { maskOverlaps, type RoundAddress } from "../../api/runs";
import { count } from "../../components/format";

/** What one layer's mask has in common with those of the other trials, beside what chance gives. */
export function OverlapTable({ address, layer }: { address: RoundAddress; layer: string }) {
  const { data, error } = useQuery(maskOverlaps(address));
  if (error) {
    return (
      <Text size="sm" c="var(--mantine-color-error)" role="alert">
        The other trials' masks could not be read.
      </Text>
    );
  }
  const rows = (data ?? []).flatMap(({ trial, layers }) =>
    layers.filter((one) => one.name === layer).map((one) => ({ trial, ...one })),
  );
  if (rows.length === 0) {
    return null;
  }
  return (
    <Table verticalSpacing={3} fz="xs" w="auto">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Other trial</Table.Th>
          <Table.Th ta="right">Weights in common</Table.Th>
          <Table.Th ta="right">By chance</Table.Th>
          <Table.Th ta="right">Standard deviations above chance</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.trial}>
            <Table.Td>{row.trial}</Table.Td>
            <Table.Td ta="right">{count(row.common)}</Table.Td>
            <Table.Td ta="right">{count(Math.round(row.expected))}</Table.Td>
            <Table.Td ta="right">
              {row.standardDeviation > 0
                ? ((row.common - row.expected) / row.standardDeviation).toFixed(1)
                : "–"}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
