import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { submitExperiment } from "../../api/experiments";
import { Refusal } from "../../components/Refusal";
import { useDraft } from "./DraftContext";
import type { JsonObject } from "./pointer";

interface SubmitPanelProps {
  definition: JsonObject;
  broken: boolean;
}

/** Submits the definition, and shows why the server refused it. */
export function SubmitPanel({ definition, broken }: SubmitPanelProps) {
  const { validation } = useDraft();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const submit = useMutation({
    mutationFn: () => submitExperiment(definition),
    onSuccess: async (experiment) => {
      await queryClient.invalidateQueries({ queryKey: ["experiments"] });
      await navigate(`/experiments/${experiment.id}`);
    },
  });
  return (
    <div>
      <Button
        fullWidth
        loading={submit.isPending}
        disabled={broken || validation?.valid === false}
        onClick={() => submit.mutate()}
      >
        Submit experiment
      </Button>
      <Refusal error={submit.error} />
    </div>
  );
}
