import { Center, Group, Loader, Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { trialDetail } from "../../api/runs";
import type { ExperimentDetail, TrialDetail } from "../../api/types";
import { Failure } from "../../components/Failure";
import { weightsRemaining } from "../../components/format";
import { anyWord, useViewState, wholeNumber } from "../../components/useViewState";
import { RoundView } from "./RoundView";
import { TrialSelect } from "./TrialSelect";
import { useTrialNumber } from "./useTrialNumber";

/** The round to show: the chosen one if it has runs, else the last that has. */
export function shownRound(rounds: TrialDetail["rounds"], chosen: number | null) {
  const withRuns = rounds.filter((round) => round.runs.length > 0);
  return withRuns.find((round) => round.round === chosen) ?? withRuns.at(-1) ?? null;
}

/** The runs of one round of one trial: learning curves, results, masks. */
export function RunsTab({ experiment }: { experiment: ExperimentDetail }) {
  const [trial] = useTrialNumber(experiment);
  const { data, error, refetch } = useQuery(trialDetail(experiment.id, trial));
  if (error && !data) {
    return <Failure error={error} what={`Trial ${trial} could not be read`} retry={refetch} />;
  }
  if (!data) {
    return (
      <Center p="xl">
        <Loader aria-label="Reading the trial" />
      </Center>
    );
  }
  return <TrialRuns experiment={experiment} trial={data} />;
}

function TrialRuns({ experiment, trial }: { experiment: ExperimentDetail; trial: TrialDetail }) {
  const [chosen, setRound] = useViewState("round", wholeNumber);
  const [chosenArm, setArm] = useViewState("arm", anyWord);
  const round = shownRound(trial.rounds, chosen);
  const arm = experiment.arms.some((one) => one.id === chosenArm) ? chosenArm : null;
  return (
    <>
      <Group gap="sm" mb="md" align="flex-end">
        <TrialSelect experiment={experiment} />
        <Select
          label="Round"
          size="xs"
          w={210}
          allowDeselect={false}
          disabled={round === null}
          value={round === null ? null : String(round.round)}
          onChange={(value) => setRound(wholeNumber.read(value))}
          data={trial.rounds
            .filter((one) => one.runs.length > 0)
            .map((one) => ({
              value: String(one.round),
              label: `Round ${one.round}: ${weightsRemaining(one.density)} % remaining`,
            }))}
        />
        <Select
          label="Arm"
          size="xs"
          w={180}
          placeholder="All arms"
          clearable
          value={arm}
          onChange={setArm}
          data={experiment.arms.map((one) => one.id)}
        />
      </Group>
      {round === null ? (
        <Text className="quiet" py="lg" ta="center">
          No run of this trial is finished.
        </Text>
      ) : (
        <RoundView
          address={{ id: experiment.id, trial: trial.number, round: round.round }}
          complete={round.complete}
          arm={arm}
          arms={experiment.arms.map((one) => one.id)}
        />
      )}
    </>
  );
}
