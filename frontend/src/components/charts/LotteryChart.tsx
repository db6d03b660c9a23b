import { Group, SegmentedControl, Text } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import type { Curves } from "../../api/types";
import { oneOf, useViewState } from "../useViewState";
import { lotteryFigure } from "./lotteryFigure";
import { metrics, toSeries } from "./lotterySeries";
import { Plot } from "./Plot";

const metricCodec = oneOf(metrics, "early-stop");
const axisCodec = oneOf(["log", "linear"] as const, "log");
const scaleCodec = oneOf(["all", "ticket"] as const, "all");

interface LotteryChartProps {
  curves: Curves;
  file: string;
  height?: number;
}

/** The chart of the lottery ticket hypothesis, with its switches kept in the URL. */
export function LotteryChart({ curves, file, height = 400 }: LotteryChartProps) {
  const [metric, setMetric] = useViewState("metric", metricCodec);
  const [axis, setAxis] = useViewState("axis", axisCodec);
  const [scale, setScale] = useViewState("scale", scaleCodec);
  const { ref, width } = useElementSize();
  const wide = width === 0 || width > 560;
  const figure = useMemo(
    () => lotteryFigure(toSeries(curves, metric), { metric, axis, scale }, wide),
    [curves, metric, axis, scale, wide],
  );
  return (
    <div ref={ref}>
      <Group gap="sm" mb={4}>
        <SegmentedControl
          size="xs"
          aria-label="What is drawn"
          value={metric}
          onChange={setMetric}
          data={[
            { value: "early-stop", label: "Accuracy at early stop" },
            { value: "end", label: "Accuracy at the end" },
            { value: "iteration", label: "Early-stop iteration" },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label="Horizontal axis"
          value={axis}
          onChange={setAxis}
          data={[
            { value: "log", label: "Log" },
            { value: "linear", label: "Linear" },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label="Vertical range"
          value={scale}
          onChange={setScale}
          data={[
            { value: "all", label: "Fit all" },
            { value: "ticket", label: "Fit ticket" },
          ]}
        />
      </Group>
      <Plot figure={figure} file={file} height={height} label={describe(curves)} />
      <Text size="xs" className="quiet">
        Lines are means over trials, bars their minimum and maximum. Click a name in the legend to
        hide its line; drag to zoom, double-click to return.
      </Text>
    </div>
  );
}

function describe(curves: Curves): string {
  const arms = curves.arms.map((arm) => arm.name).join(", ");
  return `Chart of ${arms} against weights remaining; the numbers are on the experiment's page under Numbers`;
}
