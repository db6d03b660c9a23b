import { Center, Loader, Text, useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type Inks, inks } from "./inks";

type Plotly = typeof import("plotly.js-cartesian-dist-min")["default"];

export interface Figure {
  data: object[];
  layout: object;
}

interface PlotProps {
  figure: (inks: Inks) => Figure;
  label: string;
  file: string;
  height: number;
}

const load = () => import("plotly.js-cartesian-dist-min").then((module) => module.default);

const config = (file: string) => ({
  displaylogo: false,
  displayModeBar: "hover",
  responsive: false,
  modeBarButtonsToRemove: ["sendChartToCloud", "select2d", "lasso2d", "zoomIn2d", "zoomOut2d"],
  toImageButtonOptions: { format: "svg", filename: file },
});

/** Draws a figure with Plotly, which is loaded when the first chart is shown. */
export function Plot({ figure, label, file, height }: PlotProps) {
  const element = useRef<HTMLDivElement>(null);
  const [plotly, setPlotly] = useState<Plotly>();
  const [failed, setFailed] = useState(false);
  const scheme = useComputedColorScheme("light");

  useEffect(() => {
    load().then(
      (loaded) => setPlotly(() => loaded),
      () => setFailed(true),
    );
  }, []);

  useEffect(() => {
    if (plotly && element.current) {
      const { data, layout } = figure(inks[scheme]);
      plotly.react(element.current, data, { ...layout, height }, config(file));
    }
  }, [plotly, figure, scheme, file, height]);

  useEffect(() => {
    const host = element.current;
    if (!plotly || !host) {
      return;
    }
    const observer = new ResizeObserver(() => plotly.Plots.resize(host));
    observer.observe(host);
    return () => {
      observer.disconnect();
      plotly.purge(host);
    };
  }, [plotly]);

  return (
    <div role="img" aria-label={label} style={{ minHeight: height, position: "relative" }}>
      {!plotly && (
        <Center h={height}>
          {failed ? <Text size="sm">The chart library could not be loaded.</Text> : <Loader />}
        </Center>
      )}
      <div ref={element} />
    </div>
  );
}
