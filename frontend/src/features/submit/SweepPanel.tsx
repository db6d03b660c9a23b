import { Button, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { submitSweep, sweepPlan } from "../../api/sweeps";
import { counted } from "../../components/format";
import { Refusal, sentence } from "../../components/Refusal";
import { type Axis, axisOf, type Grid, gridOf, sweepable } from "./grid";
import type { JsonObject } from "./pointer";

interface SweepPanelProps {
  definition: JsonObject;
  initial: Grid;
}

/** Varies up to two fields of the definition: one experiment for each pair of values. */
export function SweepPanel({ definition, initial }: SweepPanelProps) {
  const [first, setFirst] = useState(() => axisOf(initial, 0));
  const [second, setSecond] = useState(() => axisOf(initial, 1));
  const fields = useMemo(() => sweepable(definition), [definition]);
  const [grid] = useDebouncedValue(
    useMemo(() => gridOf([first, second], definition), [first, second, definition]),
    300,
  );
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        Sweep
      </Title>
      <AxisFields label="Field" fields={fields} axis={first} set={setFirst} />
      {first.pointer && (
        <AxisFields
          label="Second field"
          fields={fields.filter((field) => field !== first.pointer)}
          axis={second}
          set={setSecond}
        />
      )}
      {grid && <SweepVerdict definition={definition} grid={grid} />}
    </Stack>
  );
}

interface AxisFieldsProps {
  label: string;
  fields: string[];
  axis: Axis;
  set: (axis: Axis) => void;
}

function AxisFields({ label, fields, axis, set }: AxisFieldsProps) {
  return (
    <>
      <Select
        label={label}
        placeholder="None"
        data={fields}
        value={axis.pointer}
        onChange={(pointer) => set({ ...axis, pointer })}
        searchable
        clearable
      />
      {axis.pointer && (
        <TextInput
          label={`Values of ${axis.pointer}`}
          description="Between commas, or as a JSON array"
          value={axis.values}
          onChange={(event) => set({ ...axis, values: event.currentTarget.value })}
        />
      )}
    </>
  );
}

/** How many experiments and trainings the sweep is, or what is wrong with it, before it is one. */
function SweepVerdict({ definition, grid }: { definition: JsonObject; grid: Grid }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [settled] = useDebouncedValue(definition, 300);
  const { data: plan, error } = useQuery(sweepPlan(settled, grid));
  const submit = useMutation({
    mutationFn: () => submitSweep(definition, grid),
    onSuccess: async (sweep) => {
      await queryClient.invalidateQueries({ queryKey: ["sweeps"] });
      await navigate(`/sweeps/${sweep.id}`);
    },
  });
  return (
    <>
      {plan?.valid && (
        <Text size="sm" data-testid="sweep-plan">
          {counted(plan.experiments, "experiment")}, {counted(plan.trainings, "training")} in all.
        </Text>
      )}
      {plan?.errors.map((fault) => (
        <Text key={fault.pointer + fault.detail} size="sm" c="red">
          {fault.pointer}: {sentence(fault)}
        </Text>
      ))}
      <Button
        variant="default"
        loading={submit.isPending}
        disabled={!plan?.valid}
        onClick={() => submit.mutate()}
      >
        Submit sweep
      </Button>
      <Refusal error={error ?? submit.error} />
    </>
  );
}
