import { Center, Loader, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { experimentDetail } from "../../api/experiments";
import { hasEnded } from "../../api/states";
import { useLiveExperiment } from "../../api/useLiveExperiment";
import { Failure } from "../../components/Failure";
import { NotFound } from "../../components/NotFound";
import { useTitle } from "../../components/useTitle";
import { Details } from "./Details";
import { Heading } from "./Heading";
import { ResultPanel } from "./ResultPanel";

/** One experiment: what came out so far, what runs, and its masks. */
export function ExperimentPage() {
  const { id = "" } = useParams();
  if (!/^\d{1,15}$/.test(id)) {
    return <NotFound what={`"${id}" is no experiment's number.`} />;
  }
  return <LoadedExperiment key={id} id={Number(id)} />;
}

function LoadedExperiment({ id }: { id: number }) {
  const { data: experiment, error, refetch } = useQuery(experimentDetail(id));
  useTitle(experiment?.name ?? `Experiment ${id}`);
  useLiveExperiment(id, experiment !== undefined && !hasEnded(experiment.state));
  if (experiment) {
    return (
      <Stack gap="md">
        <Heading experiment={experiment} />
        <ResultPanel experiment={experiment} />
        <Details experiment={experiment} />
      </Stack>
    );
  }
  if (error) {
    return <Failure error={error} what={`Experiment ${id} could not be read`} retry={refetch} />;
  }
  return (
    <Center p="xl">
      <Loader aria-label="Reading the experiment" />
    </Center>
  );
}
