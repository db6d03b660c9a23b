import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { newestCurves } from "../../api/experiments";
import { LotteryChart } from "../../components/charts/LotteryChart";
import { counted } from "../../components/format";
import { Panel } from "../../components/Panel";
import { StateBadge } from "../../components/StateBadge";

/** The chart of the newest experiment that has something to draw; nothing if there is none. */
export function NewestResult() {
  const { data } = useQuery(newestCurves());
  if (!data) {
    return null;
  }
  const { experiment, curves } = data;
  return (
    <Panel
      title={
        <Anchor component={Link} to={`/experiments/${experiment.id}`} inherit>
          {experiment.name}
        </Anchor>
      }
      actions={
        <Group gap="sm">
          <Text size="sm" className="quiet">
            {experiment.architecture} on {experiment.dataset},{" "}
            {counted(experiment.trials.total, "trial")}
          </Text>
          <StateBadge state={experiment.state} />
        </Group>
      }
    >
      <LotteryChart curves={curves} file={`winnow-experiment-${experiment.id}`} height={360} />
    </Panel>
  );
}
