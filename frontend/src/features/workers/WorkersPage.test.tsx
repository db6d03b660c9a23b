import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
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
  java: "17.0.15",
  signatures: ["cpu/threads-1"],
  startedAt: "2026-01-01T00:00:00Z",
  lastHeartbeat: "2026-01-01T00:00:00Z",
  state: "ACTIVE",
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
  fakeServer({
    "GET /api/v1/workers": [worker, { ...worker, id: "w2", state: "SILENT", work: [] }],
  });
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

it("shows what each waiting trial waits for", async () => {
  fakeServer({
    "GET /api/v1/workers": [worker],
    "GET /api/v1/queue": [
      {
        experiment: 8,
        name: "On a graphics card",
        trial: 1,
        pool: "gpu",
        priority: 80,
        waiting: {
          reason: "WORKER",
          why: "Waits for a worker of pool gpu; none takes work now.",
          since: "2026-01-01T00:00:00Z",
        },
      },
    ],
  });
  at();
  expect(await screen.findByText(/Waits for a worker of pool gpu/)).toBeVisible();
  expect(screen.getByRole("link", { name: "On a graphics card" })).toHaveAttribute(
    "href",
    "/experiments/8",
  );
});

it("drains a worker and resumes one that is drained", async () => {
  const server = fakeServer({
    "GET /api/v1/workers": [worker, { ...worker, id: "w2", state: "DRAINED", work: [] }],
    "GET /api/v1/queue": [],
    "POST /api/v1/workers/w1/drain": worker,
    "POST /api/v1/workers/w2/resume": worker,
  });
  at();
  await userEvent.click(await screen.findByRole("button", { name: "Drain" }));
  await userEvent.click(screen.getByRole("button", { name: "Resume" }));
  expect(server.asked).toContain("POST /api/v1/workers/w1/drain");
  expect(server.asked).toContain("POST /api/v1/workers/w2/resume");
});
