import { Select } from "@mantine/core";
import type { ExperimentDetail } from "../../api/types";
import { useTrialNumber } from "./useTrialNumber";

export function TrialSelect({ experiment }: { experiment: ExperimentDetail }) {
  const [trial, setTrial] = useTrialNumber(experiment);
  return (
    <Select
      label="Trial"
      size="xs"
      w={150}
      allowDeselect={false}
      value={String(trial)}
      onChange={(value) => setTrial(Number(value))}
      data={experiment.trialList.map((one) => ({
        value: String(one.number),
        label: `Trial ${one.number} (seed ${one.seed})`,
      }))}
    />
  );
}
