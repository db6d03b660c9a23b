import { Button, Group, Modal, NumberInput, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { forkExperiment } from "../../api/experiments";
import type { ExperimentDetail } from "../../api/types";
import { Refusal } from "../../components/Refusal";

/** Begins a new experiment from a round of this one, with changed settings. */
export function Fork({ experiment }: { experiment: ExperimentDetail }) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" size="xs" onClick={open}>
        Fork
      </Button>
      <Modal opened={opened} onClose={close} title="Go on from a round with changed settings">
        <ForkForm experiment={experiment} close={close} />
      </Modal>
    </>
  );
}

const example = '{"training": {"optimizer": {"learningRate": 0.0006}}}';

function ForkForm({ experiment, close }: { experiment: ExperimentDetail; close: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [atRound, setAtRound] = useState(0);
  const [changes, setChanges] = useState("");
  const fork = useMutation({
    mutationFn: async () =>
      forkExperiment(experiment.id, { atRound, definition: JSON.parse(changes || "{}") }),
    onSuccess: async (made) => {
      await queryClient.invalidateQueries({ queryKey: ["experiments"] });
      close();
      await navigate(`/experiments/${made.id}`);
    },
  });
  return (
    <Stack gap="sm">
      <Text size="sm">
        The new experiment takes over the runs, masks and weights up to this round of every trial.
      </Text>
      <NumberInput
        label="Last round to take over"
        min={0}
        max={Number(experiment.definition.pruning.rounds)}
        value={atRound}
        onChange={(value) => setAtRound(Number(value))}
      />
      <Textarea
        label="Settings that change, as JSON"
        description="Name, notes, tags, pool, priority, training, arms, pruning's criterion and rounds"
        placeholder={example}
        autosize
        minRows={3}
        spellCheck={false}
        value={changes}
        error={changes === "" ? null : fault(changes)}
        onChange={(event) => setChanges(event.currentTarget.value)}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 12 } }}
      />
      <Refusal error={fork.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Close
        </Button>
        <Button
          loading={fork.isPending}
          disabled={changes !== "" && fault(changes) !== null}
          onClick={() => fork.mutate()}
        >
          Fork experiment
        </Button>
      </Group>
    </Stack>
  );
}

function fault(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
