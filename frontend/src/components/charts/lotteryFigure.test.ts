import { expect, it } from "vitest";
import { curves } from "../../testing/samples";
import { inks, pen } from "./inks";
import { lotteryFigure } from "./lotteryFigure";
import { toSeries } from "./lotterySeries";

const view = { metric: "early-stop", axis: "log", scale: "all" } as const;
const draw = (over: object = {}) =>
  lotteryFigure(toSeries(curves(), "early-stop"), { ...view, ...over }, true)(inks.light);

it("runs from 100 % at the left downwards to the right on a logarithmic axis", () => {
  expect(draw().layout).toMatchObject({
    xaxis: { type: "log", tickvals: [100, 80], ticktext: ["100", "80.0"] },
  });
  const { xaxis } = draw().layout as { xaxis: { range: [number, number] } };
  expect(xaxis.range[0]).toBeGreaterThan(2);
  expect(xaxis.range[1]).toBeLessThan(Math.log10(80));
});

it("runs downwards to the right on a linear axis too", () => {
  const { xaxis } = draw({ axis: "linear" }).layout as { xaxis: { range: [number, number] } };
  expect(xaxis.range[0]).toBeGreaterThan(xaxis.range[1]);
});

it("draws bars from the minimum to the maximum", () => {
  const trace = draw().data[0] as { error_y: { array: number[]; arrayminus: number[] } };
  expect(trace.error_y.array[0]).toBeCloseTo(0.001);
  expect(trace.error_y.arrayminus[0]).toBeCloseTo(0.001);
});

it("tells arms apart by colour, marker and dash", () => {
  const [ticket, control] = draw().data as {
    line: { color: string; dash: string };
    marker: { symbol: string };
  }[];
  expect(ticket?.line.color).not.toBe(control?.line.color);
  expect(ticket?.line.dash).not.toBe(control?.line.dash);
  expect(ticket?.marker.symbol).not.toBe(control?.marker.symbol);
});

it("says mean, range and number of trials on hover", () => {
  const trace = draw().data[0] as { customdata: string[] };
  expect(trace.customdata[0]).toBe("98.00 % (97.90 % to 98.10 %), 2 trials");
});

it("fits the vertical range to the ticket alone when asked", () => {
  const { yaxis } = draw({ scale: "ticket" }).layout as { yaxis: { range: [number, number] } };
  expect(yaxis.range[0]).toBeGreaterThan(0.975);
});

it("draws no two of many series alike", () => {
  const pens = Array.from({ length: 36 }, (_, index) => JSON.stringify(pen(inks.light, index)));
  expect(new Set(pens).size).toBe(36);
});
