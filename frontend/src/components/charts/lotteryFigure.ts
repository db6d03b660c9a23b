import { accuracy, count, counted, weightsRemaining } from "../format";
import { axis, frame } from "./frame";
import { type Inks, pen } from "./inks";
import {
  type LotterySeries,
  labelledRounds,
  type Metric,
  percentByRound,
  yRange,
} from "./lotterySeries";
import type { Figure } from "./Plot";

export interface LotteryView {
  metric: Metric;
  axis: "log" | "linear";
  scale: "all" | "ticket";
}

const titles: Record<Metric, string> = {
  "early-stop": "Test accuracy at early stop",
  end: "Test accuracy at the end",
  iteration: "Early-stop iteration",
};

function reading(series: LotterySeries, i: number, metric: Metric): string {
  const text = (value: number) =>
    metric === "iteration" ? count(Math.round(value)) : accuracy(value);
  const [mean, min, max] = [series.mean[i], series.min[i], series.max[i]] as number[];
  const trials = series.trials[i] ?? 0;
  const range = trials > 1 ? ` (${text(min as number)} to ${text(max as number)})` : "";
  return `${text(mean as number)}${range}, ${counted(trials, "trial")}`;
}

function trace(series: LotterySeries, index: number, metric: Metric, ink: Inks): object {
  const { color, symbol, dash } = pen(ink, index);
  return {
    type: "scatter",
    mode: "lines+markers",
    name: series.arm,
    x: series.percent,
    y: series.mean,
    error_y: {
      type: "data",
      symmetric: false,
      array: series.max.map((max, i) => max - (series.mean[i] as number)),
      arrayminus: series.min.map((min, i) => (series.mean[i] as number) - min),
      color,
      thickness: 1.2,
      width: 3,
    },
    line: { color, dash, width: index === 0 ? 2.4 : 1.8 },
    marker: { color, symbol, size: index === 0 ? 7 : 6.5 },
    customdata: series.mean.map((_, i) => reading(series, i, metric)),
    hovertemplate: "%{customdata}",
  };
}

function xAxis(series: LotterySeries[], view: LotteryView, ink: Inks, wide: boolean): object {
  const percent = percentByRound(series);
  const lowest = Math.min(...percent.values(), 80);
  if (view.axis === "linear") {
    return axis(ink, "Weights remaining (%)", { range: [103, -2], hoverformat: ".3~r" });
  }
  const labelled = labelledRounds([...percent.keys()], wide ? 7 : 5);
  const shown = labelled.map((round) => percent.get(round) as number);
  return axis(ink, "Weights remaining (%), logarithmic", {
    type: "log",
    range: [Math.log10(108), Math.log10(lowest * 0.93)],
    tickvals: shown,
    ticktext: shown.map((value) => weightsRemaining(value / 100)),
    hoverformat: ".3~r",
  });
}

/** Accuracy (or early-stop iteration) against weights remaining, as the paper draws it. */
export function lotteryFigure(
  series: LotterySeries[],
  view: LotteryView,
  wide: boolean,
): (ink: Inks) => Figure {
  const judged = view.scale === "ticket" ? series.slice(0, 1) : series;
  return (ink) => ({
    data: series.map((line, index) => trace(line, index, view.metric, ink)),
    layout: frame(
      ink,
      JSON.stringify(view),
      {
        ...xAxis(series, view, ink, wide),
        unifiedhovertitle: { text: "%{x:.3~r} % of weights remaining" },
      },
      axis(ink, titles[view.metric], {
        range: yRange(judged, view.metric),
        tickformat: view.metric === "iteration" ? ",d" : ".1~%",
      }),
    ),
  });
}
