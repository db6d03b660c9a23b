import { Alert, Loader, Stack, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { workers } from "../../api/workers";
import { Failure } from "../../components/Failure";
import { useTitle } from "../../components/useTitle";
import { WorkerTable } from "./WorkerTable";

/** The workers and what each is doing. */
export function WorkersPage() {
  useTitle("Workers");
  const { data, error, refetch } = useQuery(workers);
  return (
    <Stack gap="md">
      <Title order={1} size="h3">
        Workers
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
    </Stack>
  );
}
