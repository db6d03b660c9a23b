import { Button, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "react-router";
import { curvesFile, deleteExperiment } from "../../api/experiments";
import type { ExperimentDetail } from "../../api/types";
import { ConfirmedAction } from "./ConfirmedAction";
import { Fork } from "./Fork";
import { Grow } from "./Grow";
import { Steering } from "./Steering";

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
      {experiment.moves.includes("GROW") && <Grow experiment={experiment} />}
      {experiment.moves.includes("FORK") && <Fork experiment={experiment} />}
      <Steering experiment={experiment} />
      {experiment.moves.includes("DELETE") && <Delete id={experiment.id} />}
    </Group>
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
