import { Group, Progress, Text } from "@mantine/core";
import { hasEnded } from "../../api/states";
import type { ExperimentDetail } from "../../api/types";
import { count, counted, duration } from "../../components/format";

/** How far an experiment is, in words. */
export function standing(experiment: ExperimentDetail): string {
  const { progress, trials, state } = experiment;
  const parts = [
    `${count(progress.runsDone)} of ${counted(progress.runsTotal, "run")} done`,
    `${count(trials.completed)} of ${counted(trials.total, "trial")} completed`,
  ];
  if (trials.diverged > 0) {
    parts.push(`${trials.diverged} diverged`);
  }
  if (trials.failed > 0) {
    parts.push(`${trials.failed} failed`);
  }
  if (progress.secondsLeft != null && !hasEnded(state)) {
    parts.push(`about ${duration(progress.secondsLeft)} left`);
  }
  if (experiment.startedAt && experiment.finishedAt) {
    const seconds = (Date.parse(experiment.finishedAt) - Date.parse(experiment.startedAt)) / 1000;
    parts.push(`took ${duration(seconds)}`);
  }
  return parts.join(", ");
}

export function Standing({ experiment }: { experiment: ExperimentDetail }) {
  const { runsDone, runsTotal } = experiment.progress;
  const waiting = experiment.trialList.find((trial) => trial.waiting)?.waiting;
  return (
    <Group gap="md" wrap="wrap">
      <Progress
        value={runsTotal > 0 ? (100 * runsDone) / runsTotal : 0}
        aria-label="Runs done"
        animated={experiment.state === "RUNNING"}
        flex="1 1 240px"
      />
      <Text size="sm" className="numbers">
        {standing(experiment)}
      </Text>
      {experiment.state === "QUEUED" && waiting && (
        <Text size="sm" w="100%">
          {waiting.why}
        </Text>
      )}
    </Group>
  );
}
