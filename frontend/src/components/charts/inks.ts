/** The colours of a chart, for one colour scheme. */
export interface Inks {
  text: string;
  quiet: string;
  grid: string;
  surface: string;
  series: string[];
}

// The series keep apart under the common kinds of colour blindness (after Okabe and Ito).
export const inks: Record<"light" | "dark", Inks> = {
  light: {
    text: "#1f2328",
    quiet: "#57606a",
    grid: "#e6e9ec",
    surface: "#ffffff",
    series: ["#0069a8", "#d55e00", "#00855f", "#a94f86", "#8a6d00", "#3b3f8f"],
  },
  dark: {
    text: "#e6e8eb",
    quiet: "#a3abb5",
    grid: "#31363c",
    surface: "#1d2024",
    series: ["#6db2e1", "#f08c3c", "#3fc79a", "#dd92bf", "#d6b938", "#a3a7ee"],
  },
};

const symbols = ["circle", "diamond", "square", "triangle-up", "cross", "star-triangle-down"];
const dashes = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];

function turn<T>(values: readonly T[], index: number): T {
  return values[index % values.length] as T;
}

export interface Pen {
  color: string;
  symbol: string;
  dash: string;
}

/**
 * How the n-th series is drawn: colour, marker and dash, so that none rests on colour alone. When
 * the colours begin anew they come with other markers and dashes.
 */
export function pen(ink: Inks, index: number): Pen {
  const lap = Math.floor(index / ink.series.length);
  return {
    color: turn(ink.series, index),
    symbol: turn(symbols, index + lap),
    dash: turn(dashes, index + lap),
  };
}
