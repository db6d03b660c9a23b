import { Alert, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { queue } from "../../api/queue";
import { workers } from "../../api/workers";
import { Failure } from "../../components/Failure";
import { useTitle } from "../../components/useTitle";
import { QueueTable } from "./QueueTable";
import { WorkerTable } from "./WorkerTable";

/** The workers, what each is doing, and what waits for them. */
export function WorkersPage() {
  useTitle("Workers and queue");
  const { data, error, refetch } = useQuery(workers);
  const waiting = useQuery(queue);
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Workers and queue
      </Title>
      {error && !data && (
        <Failure error={error} what="The workers could not be read" retry={refetch} />
      )}
      {!error && !data && <Loader aria-label="Reading the workers" />}
      {data?.length === 0 && (
        <Alert color="gray" variant="light" title="No worker has reported yet">
          Queued trials wait until one does. A server with winnow.role=all or winnow.role=worker
          runs one and reports within seconds of its start.
        </Alert>
      )}
      {data && data.length > 0 && <WorkerTable workers={data} />}
      <Title order={2} size="h4">
        Queue
      </Title>
      {waiting.error && !waiting.data && (
        <Failure error={waiting.error} what="The queue could not be read" retry={waiting.refetch} />
      )}
      {waiting.data?.length === 0 && <Text className="quiet">No trial waits.</Text>}
      {waiting.data && waiting.data.length > 0 && <QueueTable queue={waiting.data} />}
    </Stack>
  );
}
