import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { WorkerSummary } from "../../api/types";
import { fakeServer } from "../../testing/fakeServer";
import { show } from "../../testing/show";
import { WorkersPage } from "./WorkersPage";

const worker: WorkerSummary = {
  id: "w1",
  host: "node-1",
  pid: 42,
  pools: ["cpu"],
  device: "8 cores",
  slots: 2,
  version: "0.1.0",
  startedAt: "2026-01-01T00:00:00Z",
  lastHeartbeat: "2026-01-01T00:00:00Z",
  alive: true,
  work: [
    {
      experiment: 7,
      trial: 2,
      round: 3,
      arm: "ticket",
      replicate: 1,
      since: "2026-01-01T00:00:00Z",
    },
  ],
};

const at = () => show([{ path: "/", element: <WorkersPage /> }], "/");

it("shows each worker with its current run", async () => {
  fakeServer({ "GET /api/v1/workers": [worker, { ...worker, id: "w2", alive: false, work: [] }] });
  at();
  expect(await screen.findByRole("link", { name: "Experiment 7" })).toHaveAttribute(
    "href",
    "/experiments/7",
  );
  expect(screen.getByText(/trial 2, round 3, ticket 1/)).toBeVisible();
  expect(screen.getByText("Silent")).toBeVisible();
  expect(screen.getByText("Idle")).toBeVisible();
});

it("says what to do when no worker has reported", async () => {
  fakeServer({ "GET /api/v1/workers": [] });
  at();
  expect(await screen.findByText("No worker has reported yet")).toBeVisible();
});
