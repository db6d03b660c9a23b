import type { LayerAnalysis } from "../../api/types";
import { axis, frame } from "../../components/charts/frame";
import { type Inks, pen } from "../../components/charts/inks";
import type { Figure } from "../../components/charts/Plot";

type Histogram = LayerAnalysis["initial"];

/** The middle of each bin. */
export function middles({ from, to, counts }: Histogram): number[] {
  const width = (to - from) / counts.length;
  return counts.map((_, bin) => from + (bin + 0.5) * width);
}

/** The histograms of a layer's weights before and after training, over each other. */
export function histogramFigure(layer: LayerAnalysis): (ink: Inks) => Figure {
  const drawn: [string, Histogram][] = [
    ["all, at initialisation", layer.initial],
    ["kept, at initialisation", layer.surviving],
    ["kept, at the end", layer.trained],
  ];
  return (ink) => ({
    data: drawn.map(([name, histogram], index) => {
      const { color, dash } = pen(ink, index);
      return {
        type: "scatter",
        mode: "lines",
        name,
        x: middles(histogram),
        y: histogram.counts.map((count) => count || null),
        line: { color, dash, width: 1.8, shape: "hvh" },
        hovertemplate: "%{y:,d}",
      };
    }),
    layout: frame(
      ink,
      layer.name,
      axis(ink, "Weight", { tickformat: ".2~f" }),
      axis(ink, "Weights, logarithmic", { type: "log", dtick: 1 }),
    ),
  });
}

/** The side of the square image whose pixels the inputs are; null if they are no square. */
export function side(inputs: number): number | null {
  const root = Math.round(Math.sqrt(inputs));
  return root > 1 && root * root === inputs ? root : null;
}

/** How many weights each pixel of a square image keeps. */
export function pixelFigure(degrees: number[], side: number): (ink: Inks) => Figure {
  const rows = Array.from({ length: side }, (_, row) =>
    degrees.slice(row * side, (row + 1) * side),
  );
  return (ink) => ({
    data: [
      {
        type: "heatmap",
        z: rows,
        zmin: 0,
        colorscale: [
          [0, ink.surface],
          [1, ink.series[0]],
        ],
        hovertemplate: "row %{y}, column %{x}: %{z} weights<extra></extra>",
        colorbar: { thickness: 10, tickfont: { size: 11, color: ink.quiet } },
      },
    ],
    layout: {
      ...frame(
        ink,
        "pixels",
        axis(ink, "", { visible: false, constrain: "domain" }),
        axis(ink, "", { visible: false, autorange: "reversed", scaleanchor: "x" }),
      ),
      hovermode: "closest",
      margin: { l: 8, r: 8, t: 8, b: 8 },
    },
  });
}
