import type { Inks } from "./inks";

/** An axis as all charts of the dashboard draw it. */
export function axis(ink: Inks, title: string, more: object = {}): object {
  return {
    title: { text: title, standoff: 12, font: { size: 13, color: ink.text } },
    color: ink.quiet,
    gridcolor: ink.grid,
    linecolor: ink.grid,
    tickfont: { size: 12, color: ink.quiet },
    zeroline: false,
    automargin: true,
    ...more,
  };
}

/** The layout that all charts share; `revision` changes where a reader's zoom should end. */
export function frame(ink: Inks, revision: string, xaxis: object, yaxis: object): object {
  return {
    autosize: true,
    uirevision: revision,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { family: '"IBM Plex Sans", system-ui, sans-serif', size: 13, color: ink.text },
    margin: { l: 64, r: 16, t: 36, b: 52 },
    hovermode: "x unified",
    hoverdistance: 80,
    hoverlabel: {
      bgcolor: ink.surface,
      bordercolor: ink.grid,
      font: { size: 12.5, color: ink.text },
    },
    legend: { orientation: "h", x: 0, y: 1, yanchor: "bottom", font: { size: 13 } },
    modebar: { bgcolor: "rgba(0,0,0,0)", color: ink.quiet, activecolor: ink.text },
    xaxis,
    yaxis,
  };
}
