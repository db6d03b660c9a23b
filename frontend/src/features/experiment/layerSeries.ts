import { axis, frame } from "../../components/charts/frame";
import { type Inks, pen } from "../../components/charts/inks";
import type { Figure } from "../../components/charts/Plot";
import { count, weightsRemaining } from "../../components/format";

interface CountedRound {
  round: number;
  layers: { name: string; kept: number; size: number }[];
}

/** One layer's weights remaining, in percent, round by round. */
export interface LayerSeries {
  layer: string;
  rounds: number[];
  percent: number[];
  kept: number[];
}

/** One series per layer, in the network's order; a layer without weights left has no point. */
export function toSeries(rounds: CountedRound[]): LayerSeries[] {
  const ordered = [...rounds].sort((a, b) => a.round - b.round);
  const names = ordered[0]?.layers.map((layer) => layer.name) ?? [];
  return names.map((name) => {
    const points = ordered.flatMap(({ round, layers }) =>
      layers
        .filter((layer) => layer.name === name && layer.kept > 0)
        .map((layer) => ({ round, ...layer })),
    );
    return {
      layer: name,
      rounds: points.map((point) => point.round),
      percent: points.map((point) => (100 * point.kept) / point.size),
      kept: points.map((point) => point.kept),
    };
  });
}

/** The powers-of-two-like ticks of a logarithmic percentage axis that fall above `lowest`. */
export function percentTicks(lowest: number): number[] {
  const ticks = [100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01];
  const below = ticks.findIndex((tick) => tick <= lowest);
  return below < 0 ? ticks : ticks.slice(0, Math.max(2, below + 1));
}

export function layersFigure(series: LayerSeries[]): (ink: Inks) => Figure {
  const ticks = percentTicks(Math.min(100, ...series.flatMap((layer) => layer.percent)));
  const last = Math.max(1, ...series.flatMap((layer) => layer.rounds));
  return (ink) => ({
    data: series.map((layer, index) => {
      const { color, symbol, dash } = pen(ink, index);
      return {
        type: "scatter",
        mode: "lines+markers",
        name: layer.layer,
        x: layer.rounds,
        y: layer.percent,
        line: { color, dash, width: 1.8 },
        marker: { color, symbol, size: 6.5 },
        customdata: layer.percent.map(
          (percent, i) =>
            `${weightsRemaining(percent / 100)} %, ${count(layer.kept[i] as number)} weights`,
        ),
        hovertemplate: "%{customdata}",
      };
    }),
    layout: frame(
      ink,
      "layers",
      {
        ...axis(ink, "Round", { tickformat: "d", range: [-0.4, last + 0.4] }),
        unifiedhovertitle: { text: "Round %{x}" },
      },
      axis(ink, "Weights remaining (%), logarithmic", {
        type: "log",
        tickvals: ticks,
        ticktext: ticks.map(String),
      }),
    ),
  });
}
