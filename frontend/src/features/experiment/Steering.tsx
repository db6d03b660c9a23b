import { Button, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { experimentDetail, type Move, steer } from "../../api/experiments";
import type { ExperimentDetail } from "../../api/types";
import { reason } from "../../components/Failure";
import { ConfirmedAction } from "./ConfirmedAction";

function useSteering(id: number, move: Move) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (_: undefined) => steer[move](id),
    onSuccess: (experiment) => queryClient.setQueryData(experimentDetail(id).queryKey, experiment),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["experiments"] }),
  });
}

/** The moves that the server says are possible now. */
export function Steering({ experiment }: { experiment: ExperimentDetail }) {
  const { id, moves, trialList } = experiment;
  const stuck = trialList.some((trial) => trial.waiting?.reason === "SIGNATURE");
  return (
    <>
      {moves.includes("PAUSE") && <Steer id={id} move="PAUSE" name="Pause" />}
      {moves.includes("RESUME") && <Steer id={id} move="RESUME" name="Resume" />}
      {moves.includes("RETRY") && <Steer id={id} move="RETRY" name="Retry" />}
      {stuck && experiment.state !== "PAUSED" && <Release id={id} />}
      {moves.includes("CANCEL") && <Cancel id={id} />}
    </>
  );
}

function Steer({ id, move, name }: { id: number; move: Move; name: string }) {
  const steering = useSteering(id, move);
  return (
    <Stack gap={2}>
      <Button
        variant="default"
        size="xs"
        loading={steering.isPending}
        onClick={() => steering.mutate(undefined)}
      >
        {name}
      </Button>
      {steering.error && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {reason(steering.error)}
        </Text>
      )}
    </Stack>
  );
}

function Release({ id }: { id: number }) {
  return (
    <ConfirmedAction
      name="Go on with any worker"
      question="Trials that wait for a worker with their numeric signature go on with any worker. They are marked: their bits cannot be reproduced any more."
      action={useSteering(id, "RELEASE")}
    />
  );
}

function Cancel({ id }: { id: number }) {
  return (
    <ConfirmedAction
      name="Cancel experiment"
      question="Running trials stop; finished runs and their masks are kept. A cancelled experiment can be retried."
      action={useSteering(id, "CANCEL")}
    />
  );
}
