import { Center, Loader, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { curves } from "../../api/experiments";
import { hasEnded } from "../../api/states";
import type { ExperimentDetail } from "../../api/types";
import { LotteryChart } from "../../components/charts/LotteryChart";
import { Failure } from "../../components/Failure";
import { Panel } from "../../components/Panel";

/** Accuracy against weights remaining, or why there is nothing to draw. */
export function ResultPanel({ experiment }: { experiment: ExperimentDetail }) {
  return (
    <Panel title="Accuracy against weights remaining">
      <Result experiment={experiment} />
    </Panel>
  );
}

function Result({ experiment }: { experiment: ExperimentDetail }) {
  const { data, error, refetch } = useQuery(curves(experiment.id));
  if (error && !data) {
    return <Failure error={error} what="The curves could not be read" retry={refetch} />;
  }
  if (!data) {
    return (
      <Center h={300}>
        <Loader aria-label="Reading the curves" />
      </Center>
    );
  }
  if (data.arms.every((arm) => arm.points.length === 0)) {
    return (
      <Text className="quiet" ta="center" py="xl">
        {hasEnded(experiment.state)
          ? "No run finished, so there is nothing to draw. The trials below say why."
          : "The first point appears when the first training of round 0 is done."}
      </Text>
    );
  }
  return <LotteryChart curves={data} file={`winnow-experiment-${experiment.id}`} />;
}
