import { axis, frame } from "../../components/charts/frame";
import { type Inks, type Pen, pen } from "../../components/charts/inks";
import type { Figure } from "../../components/charts/Plot";
import type { LearningSeries, Quantity } from "./learningSeries";

const titles: Record<Quantity, string> = {
  "validation-loss": "Validation loss",
  "validation-accuracy": "Validation accuracy",
  "test-accuracy": "Test accuracy",
};

function line(series: LearningSeries, { color, symbol, dash }: Pen, format: string): object {
  const sparse = series.iteration.length < 5;
  return {
    type: "scatter",
    mode: sparse ? "lines+markers" : "lines",
    name: series.name,
    legendgroup: series.name,
    x: series.iteration,
    y: series.value,
    line: { color, dash, width: 1.8 },
    marker: { color, symbol, size: 6 },
    hovertemplate: `%{y:${format}}`,
  };
}

function stop(series: LearningSeries, { color, symbol }: Pen, ink: Inks): object[] {
  if (series.earlyStop === null) {
    return [];
  }
  return [
    {
      type: "scatter",
      mode: "markers",
      name: `${series.name}, early stop`,
      legendgroup: series.name,
      showlegend: false,
      x: [series.earlyStop.iteration],
      y: [series.earlyStop.value],
      marker: { color, symbol, size: 11, line: { color: ink.surface, width: 2 } },
      hoverinfo: "skip",
    },
  ];
}

/** Learning curves over iterations; an arm has the same colour as in the lottery chart. */
export function learningFigure(
  series: LearningSeries[],
  quantity: Quantity,
  arms: string[],
): (ink: Inks) => Figure {
  const loss = quantity === "validation-loss";
  const format = loss ? ".4f" : ".2%";
  return (ink) => ({
    data: series.flatMap((one) => {
      const drawn = pen(ink, Math.max(0, arms.indexOf(one.arm)));
      return [line(one, drawn, format), ...stop(one, drawn, ink)];
    }),
    layout: frame(
      ink,
      quantity,
      axis(ink, "Iteration", { tickformat: ",d", rangemode: "tozero" }),
      axis(ink, titles[quantity], { tickformat: loss ? ".3~r" : ".1~%" }),
    ),
  });
}
