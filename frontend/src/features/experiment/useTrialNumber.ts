import type { ExperimentDetail } from "../../api/types";
import { useViewState, wholeNumber } from "../../components/useViewState";

/** The chosen trial, kept in the URL; the first where that names none of the experiment's. */
export function useTrialNumber(experiment: ExperimentDetail): [number, (trial: number) => void] {
  const [chosen, choose] = useViewState("trial", wholeNumber);
  const known = experiment.trialList.some((trial) => trial.number === chosen);
  return [known && chosen !== null ? chosen : 1, choose];
}
