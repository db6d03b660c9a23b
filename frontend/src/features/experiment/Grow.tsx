import { Button, Group, Modal, MultiSelect, NumberInput, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { catalog } from "../../api/catalog";
import { experimentDetail, growExperiment } from "../../api/experiments";
import type { ExperimentDetail, Growth } from "../../api/types";
import { Refusal } from "../../components/Refusal";

/** Adds rounds, trials and controls to an experiment. */
export function Grow({ experiment }: { experiment: ExperimentDetail }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        Add runs
      </Button>
      <Modal opened={opened} onClose={close} title="Add rounds, trials or controls" centered>
        <GrowthForm experiment={experiment} close={close} />
      </Modal>
    </>
  );
}

function GrowthForm({ experiment, close }: { experiment: ExperimentDetail; close: () => void }) {
  const queryClient = useQueryClient();
  const choices = useQuery(catalog);
  const rounds = Number(experiment.definition.pruning.rounds);
  const [growth, setGrowth] = useState<Growth>({
    rounds,
    trials: experiment.trials.total,
    arms: [],
  });
  const grow = useMutation({
    mutationFn: () => growExperiment(experiment.id, growth),
    onSuccess: (grown) => {
      queryClient.setQueryData(experimentDetail(experiment.id).queryKey, grown);
      close();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["experiments"] }),
  });
  const taken = new Set(experiment.arms.map((arm) => arm.id));
  const arms = (choices.data?.arms ?? []).filter((arm) => !taken.has(arm.name));
  return (
    <Stack gap="sm">
      <Text size="sm">Finished runs stay as they are and are not repeated.</Text>
      <NumberInput
        label="Rounds"
        min={rounds}
        value={growth.rounds}
        onChange={(value) => setGrowth({ ...growth, rounds: Number(value) })}
      />
      <NumberInput
        label="Trials"
        min={experiment.trials.total}
        value={growth.trials}
        onChange={(value) => setGrowth({ ...growth, trials: Number(value) })}
      />
      <MultiSelect
        label="Controls to add, in all rounds from 1"
        data={arms.map((arm) => arm.name)}
        value={growth.arms.map((arm) => arm.name)}
        onChange={(names) => setGrowth({ ...growth, arms: names.map((name) => ({ name })) })}
      />
      <Refusal error={grow.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Close
        </Button>
        <Button loading={grow.isPending} onClick={() => grow.mutate()}>
          Add
        </Button>
      </Group>
    </Stack>
  );
}
