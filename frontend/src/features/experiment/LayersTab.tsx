import { Group, Stack, Text } from "@mantine/core";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { roundDetail, trialDetail } from "../../api/runs";
import type { ExperimentDetail, TrialDetail } from "../../api/types";
import { Plot } from "../../components/charts/Plot";
import { Failure } from "../../components/Failure";
import { LayerTable } from "./LayerTable";
import { layersFigure, toSeries } from "./layerSeries";
import { TrialSelect } from "./TrialSelect";
import { useTrialNumber } from "./useTrialNumber";

/** How many weights each layer keeps, round by round. */
export function LayersTab({ experiment }: { experiment: ExperimentDetail }) {
  const [trial] = useTrialNumber(experiment);
  const { data, error, refetch } = useQuery(trialDetail(experiment.id, trial));
  if (error && !data) {
    return <Failure error={error} what={`Trial ${trial} could not be read`} retry={refetch} />;
  }
  return (
    <Stack gap="sm">
      <Group>
        <TrialSelect experiment={experiment} />
      </Group>
      {data && <Layers id={experiment.id} trial={data} />}
    </Stack>
  );
}

function Layers({ id, trial }: { id: number; trial: TrialDetail }) {
  const finished = trial.rounds.filter((round) => round.complete);
  const rounds = useQueries({
    queries: finished.map(({ round }) => roundDetail({ id, trial: trial.number, round }, true)),
    combine: (results) => results.flatMap((result) => (result.data ? [result.data] : [])),
  });
  const series = useMemo(() => toSeries(rounds), [rounds]);
  const figure = useMemo(() => layersFigure(series), [series]);
  const last = rounds.at(-1);
  if (finished.length === 0) {
    return (
      <Text className="quiet" py="lg" ta="center">
        No round of this trial is complete.
      </Text>
    );
  }
  return (
    <>
      <Plot
        figure={figure}
        label={`Weights remaining of each layer, trial ${trial.number}`}
        file={`winnow-${id}-trial-${trial.number}-layers`}
        height={340}
      />
      {last && <LayerTable round={last} />}
    </>
  );
}
