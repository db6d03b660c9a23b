import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { ExperimentDetail } from "../../api/types";
import { drawn } from "../../testing/fakePlotly";
import { fakeServer, problem } from "../../testing/fakeServer";
import { curves, detail, run } from "../../testing/samples";
import { show } from "../../testing/show";
import { ExperimentPage } from "./ExperimentPage";

class FakeEventSource extends EventTarget {
  static opened: FakeEventSource[] = [];
  closed = false;
  constructor(readonly url: string) {
    super();
    FakeEventSource.opened.push(this);
  }
  close() {
    this.closed = true;
  }
}

beforeEach(() => {
  FakeEventSource.opened = [];
  globalThis.EventSource = FakeEventSource as unknown as typeof EventSource;
});

const at = (address: string) =>
  show([{ path: "/experiments/:id", element: <ExperimentPage /> }], address);
const experiment = "GET /api/v1/experiments/7";
const noCurves = { "GET /api/v1/experiments/7/curves": { arms: [] } };

it("says that an unknown experiment was not found, in the server's words", async () => {
  fakeServer({ [experiment]: problem(404, "Not Found", "There is no experiment 7") });
  at("/experiments/7");
  expect(await screen.findByText("There is no experiment 7")).toBeVisible();
});

it("says that a word is no experiment's number without asking the server", () => {
  const server = fakeServer({});
  at("/experiments/latest");
  expect(screen.getByText(/no experiment's number/)).toBeVisible();
  expect(server.asked).toEqual([]);
});

it("follows the events of a running experiment and reads it again on each", async () => {
  const server = fakeServer({ [experiment]: detail({ state: "RUNNING" }), ...noCurves });
  at("/experiments/7");
  await screen.findByText("Running");
  const [events] = FakeEventSource.opened;
  expect(events?.url).toBe("/api/v1/experiments/7/events");
  const before = server.asked.filter((asked) => asked === experiment).length;
  act(() => {
    events?.dispatchEvent(new MessageEvent("run"));
  });
  await waitFor(() =>
    expect(server.asked.filter((asked) => asked === experiment).length).toBe(before + 1),
  );
});

it("follows no events of an ended experiment", async () => {
  fakeServer({ [experiment]: detail(), ...noCurves });
  at("/experiments/7");
  await screen.findByRole("button", { name: "Delete experiment" });
  expect(FakeEventSource.opened).toEqual([]);
});

it("cancels only after a question", async () => {
  const server = fakeServer({
    [experiment]: detail({ state: "RUNNING", moves: ["PAUSE", "CANCEL"] }),
    ...noCurves,
    "POST /api/v1/experiments/7/cancel": problem(409, "Conflict", "Experiment 7 is COMPLETED"),
  });
  at("/experiments/7");
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Cancel experiment" }));
  expect(server.asked.some((asked) => asked.startsWith("POST"))).toBe(false);
  const dialog = await screen.findByRole("dialog");
  const confirm = [...dialog.querySelectorAll("button")].find(
    (button) => button.textContent === "Cancel experiment",
  );
  await user.click(confirm as HTMLElement);
  expect(await screen.findByText("Experiment 7 is COMPLETED")).toBeVisible();
});

it("offers the moves that the server reports, and no other", async () => {
  const paused = detail({ state: "PAUSED", moves: ["RESUME", "CANCEL"] });
  const server = fakeServer({
    [experiment]: detail({ state: "RUNNING", moves: ["PAUSE", "CANCEL"] }),
    ...noCurves,
    "POST /api/v1/experiments/7/pause": paused,
  });
  at("/experiments/7");
  await userEvent.click(await screen.findByRole("button", { name: "Pause" }));
  expect(await screen.findByRole("button", { name: "Resume" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Pause" })).toBeNull();
  expect(screen.queryByRole("button", { name: "Delete experiment" })).toBeNull();
  expect(server.asked).toContain("POST /api/v1/experiments/7/pause");
});

it("says what a trial waits for and lets it go on with any worker", async () => {
  const why = "Waits for a worker of pool cpu with the numeric signature x; none takes work now.";
  const [first] = detail().trialList;
  const waiting = { reason: "SIGNATURE" as const, why, since: "2026-01-01T00:00:00Z" };
  fakeServer({
    [experiment]: detail({
      state: "RUNNING",
      moves: ["PAUSE", "CANCEL"],
      trialList: [{ ...first, state: "RUNNING", waiting } as ExperimentDetail["trialList"][number]],
    }),
    ...noCurves,
  });
  at("/experiments/7");
  expect(await screen.findByText(why)).toBeVisible();
  expect(screen.getByRole("button", { name: "Go on with any worker" })).toBeVisible();
});

it("draws the metric that the address names", async () => {
  fakeServer({ [experiment]: detail(), "GET /api/v1/experiments/7/curves": curves() });
  at("/experiments/7?metric=iteration");
  await waitFor(() =>
    expect(drawn.at(-1)?.layout).toMatchObject({
      yaxis: { title: { text: "Early-stop iteration" } },
    }),
  );
});

it("offers the masks of the round and trial that the address names", async () => {
  const round = { round: 1, density: 0.8, kept: 8, size: 10, complete: true };
  const runs = [run(), run({ arm: "again" }), run({ arm: "again", replicate: 2 })];
  fakeServer({
    [experiment]: detail(),
    "GET /api/v1/experiments/7/curves": curves(),
    "GET /api/v1/experiments/7/trials/2": {
      ...detail().trialList[1],
      rounds: [{ ...round, runs }],
    },
    "GET /api/v1/experiments/7/trials/2/rounds/1": { ...round, layers: [], runs },
    "GET /api/v1/experiments/7/trials/2/rounds/1/learning-curve": {
      arm: "ticket",
      replicate: 1,
      points: [],
    },
  });
  at("/experiments/7?tab=runs&trial=2&round=1&arm=again");
  const link = await screen.findByRole("link", { name: "Mask of again 2 as npz" });
  expect(link).toHaveAttribute(
    "href",
    "/api/v1/experiments/7/trials/2/rounds/1/mask.npz?arm=again&replicate=2",
  );
  expect(screen.queryByRole("link", { name: /Mask of ticket/ })).toBeNull();
});
