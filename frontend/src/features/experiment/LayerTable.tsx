import { Table } from "@mantine/core";
import type { RoundDetail } from "../../api/types";
import { count, weightsRemaining } from "../../components/format";

/** The exact counts of one round's mask. */
export function LayerTable({ round }: { round: RoundDetail }) {
  const rows = [...round.layers, { name: "all layers", kept: round.kept, size: round.size }];
  return (
    <Table maw={560}>
      <Table.Caption>The ticket's mask in round {round.round}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Layer</Table.Th>
          <Table.Th ta="right">Weights kept</Table.Th>
          <Table.Th ta="right">Of</Table.Th>
          <Table.Th ta="right">Remaining</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((layer) => (
          <Table.Tr key={layer.name}>
            <Table.Td>{layer.name}</Table.Td>
            <Table.Td ta="right">{count(layer.kept)}</Table.Td>
            <Table.Td ta="right">{count(layer.size)}</Table.Td>
            <Table.Td ta="right">{weightsRemaining(layer.kept / layer.size)} %</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
