import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeServer, problem } from "../../testing/fakeServer";
import { curves, summary } from "../../testing/samples";
import { show } from "../../testing/show";
import { ExperimentsPage } from "./ExperimentsPage";

const at = (address: string) => show([{ path: "/", element: <ExperimentsPage /> }], address);
const list = "GET /api/v1/experiments";

it("says what to do when there is no experiment", async () => {
  fakeServer({ [list]: { items: [], next: null } });
  at("/");
  expect(await screen.findByText("No experiment yet")).toBeVisible();
});

it("shows why the list could not be read", async () => {
  fakeServer({ [list]: problem(503, "Unavailable", "The database does not answer") });
  at("/");
  expect(await screen.findByText("The database does not answer")).toBeVisible();
});

it("shows the chart of the newest experiment that has points", async () => {
  const waiting = summary({ id: 8, name: "Waiting", state: "QUEUED" });
  waiting.progress.runsDone = 0;
  fakeServer({
    [list]: { items: [waiting, summary()] },
    "GET /api/v1/experiments/7/curves": curves(),
  });
  at("/");
  const chart = await screen.findByRole("img", { name: /Chart of ticket, again/ });
  expect(chart).toBeVisible();
});

it("asks for the state that the address names", async () => {
  const server = fakeServer({ [list]: { items: [], next: null } });
  at("/?state=RUNNING");
  expect(await screen.findByText("No experiment is in this state.")).toBeVisible();
  expect(server.asked).toContain("GET /api/v1/experiments?limit=25&state=RUNNING");
});

it("loads the next page by the server's cursor", async () => {
  const first = { items: [summary({ id: 8, name: "Newer" })], next: "abc" };
  const second = { items: [summary({ id: 7, name: "Older" })], next: null };
  fakeServer({
    [list]: (url: URL) => (url.searchParams.get("cursor") === "abc" ? second : first),
  });
  at("/");
  await userEvent.click(await screen.findByRole("button", { name: "Load more" }));
  expect(await screen.findByRole("link", { name: "Older" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Newer" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "Load more" })).toBeNull();
});
