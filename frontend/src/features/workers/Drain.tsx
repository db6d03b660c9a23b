import { Button, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { WorkerSummary } from "../../api/types";
import { drainWorker, resumeWorker } from "../../api/workers";
import { reason } from "../../components/Failure";

/** Has a worker take no more work, or takes that back. */
export function Drain({ worker }: { worker: WorkerSummary }) {
  const queryClient = useQueryClient();
  const draining = worker.state === "DRAINING" || worker.state === "DRAINED";
  const change = useMutation({
    mutationFn: () => (draining ? resumeWorker(worker.id) : drainWorker(worker.id)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["workers"] }),
  });
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        loading={change.isPending}
        onClick={() => change.mutate()}
      >
        {draining ? "Resume" : "Drain"}
      </Button>
      {change.error && (
        <Text size="xs" c="var(--mantine-color-error)" role="alert">
          {reason(change.error)}
        </Text>
      )}
    </>
  );
}
