import { Box, SimpleGrid } from "@mantine/core";
import type { Field } from "../../api/types";
import { useMethod } from "./DraftContext";
import { FieldView } from "./FieldView";
import { wholeRows } from "./field";
import { reads } from "./methods";
import { inside } from "./pointer";

interface FieldGridProps {
  /** Of what the fields are in. */
  pointer: string;
  fields: Field[];
}

/** Fields in two columns, without those that the chosen method does not read. */
export function FieldGrid({ pointer, fields }: FieldGridProps) {
  const method = useMethod();
  const read = fields.filter((field) => reads(method, field));
  const whole = wholeRows(read);
  return (
    read.length > 0 && (
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        {read.map((field, index) => (
          <Box key={field.name} style={whole[index] ? { gridColumn: "1 / -1" } : {}}>
            <FieldView pointer={inside(pointer, field.name)} field={field} />
          </Box>
        ))}
      </SimpleGrid>
    )
  );
}
