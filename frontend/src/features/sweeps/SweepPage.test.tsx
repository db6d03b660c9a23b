import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { SweepDetail } from "../../api/types";
import { drawn } from "../../testing/fakePlotly";
import { fakeServer } from "../../testing/fakeServer";
import { curves, summary } from "../../testing/samples";
import { show } from "../../testing/show";
import { comparison } from "./comparison";
import { SweepPage } from "./SweepPage";

const field = "/training/optimizer/learningRate";
const point = (number: number, rate: number) => ({
  number,
  label: `learningRate ${rate}`,
  values: { [field]: rate },
  experiment: summary({ id: 10 + number }),
});

const sweep: SweepDetail = {
  id: 3,
  name: "Rates",
  createdAt: "2026-01-01T00:00:00Z",
  fields: [field],
  experiments: 2,
  ended: 2,
  runsDone: 20,
  runsTotal: 20,
  grid: { [field]: [0.0006, 0.0012] } as never,
  points: [point(1, 0.0006), point(2, 0.0012)] as SweepDetail["points"],
};

it("draws the tickets of all points in one chart and says what came of each", async () => {
  fakeServer({
    "GET /api/v1/sweeps/3": sweep,
    "GET /api/v1/experiments/11/curves": curves(),
    "GET /api/v1/experiments/12/curves": curves(),
  });
  show([{ path: "/sweeps/:id", element: <SweepPage /> }], "/sweeps/3");
  await waitFor(() =>
    expect(drawn.at(-1)?.data).toMatchObject([
      { name: "learningRate 0.0006" },
      { name: "learningRate 0.0012" },
    ]),
  );
  expect(screen.getAllByText("98.10 % at 80.0 % of weights remaining")).toHaveLength(2);
  expect(screen.getByRole("link", { name: "learningRate 0.0012" })).toHaveAttribute(
    "href",
    "/experiments/12",
  );
});

it("leaves out points without results", () => {
  expect(comparison(sweep.points, [undefined, curves()]).arms.map((arm) => arm.name)).toEqual([
    "learningRate 0.0012",
  ]);
  expect(comparison(sweep.points, [{ arms: [{ name: "ticket", points: [] }] }]).arms).toEqual([]);
});
