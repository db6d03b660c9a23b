import { Button, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "react-router";
import {
  cancelExperiment,
  curvesFile,
  deleteExperiment,
  experimentDetail,
} from "../../api/experiments";
import { hasEnded } from "../../api/states";
import type { ExperimentDetail } from "../../api/types";
import { ConfirmedAction } from "./ConfirmedAction";
import { Fork } from "./Fork";
import { Grow } from "./Grow";

/** What can be done with an experiment. */
export function Actions({ experiment }: { experiment: ExperimentDetail }) {
  return (
    <Group gap="xs">
      <Button component="a" href={curvesFile(experiment.id)} download variant="default" size="xs">
        curves.csv
      </Button>
      <Button component={Link} to={`/new?from=${experiment.id}`} variant="default" size="xs">
        Use as template
      </Button>
      {["QUEUED", "RUNNING", "COMPLETED"].includes(experiment.state) && (
        <Grow experiment={experiment} />
      )}
      <Fork experiment={experiment} />
      {hasEnded(experiment.state) ? <Delete id={experiment.id} /> : <Cancel id={experiment.id} />}
    </Group>
  );
}

function Cancel({ id }: { id: number }) {
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => cancelExperiment(id),
    onSuccess: (experiment) => queryClient.setQueryData(experimentDetail(id).queryKey, experiment),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["experiments"] }),
  });
  return (
    <ConfirmedAction
      name="Cancel experiment"
      question="Running trials stop; finished runs and their masks are kept. A cancelled experiment does not continue."
      action={cancel}
    />
  );
}

function Delete({ id }: { id: number }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => deleteExperiment(id),
    onSuccess: async () => {
      await navigate("/");
      queryClient.removeQueries({ queryKey: ["experiment", id] });
      await queryClient.invalidateQueries({ queryKey: ["experiments"] });
    },
  });
  return (
    <ConfirmedAction
      name="Delete experiment"
      question="All its curves, masks and weights are deleted. This cannot be undone."
      action={remove}
    />
  );
}
