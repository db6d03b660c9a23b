import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeServer, problem } from "../../testing/fakeServer";
import { detail } from "../../testing/samples";
import { show } from "../../testing/show";
import { Grow } from "./Grow";

const page = [{ path: "/", element: <Grow experiment={detail()} /> }];

async function add(rounds: string) {
  show(page, "/");
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Add runs" }));
  const field = await screen.findByLabelText("Rounds");
  await user.clear(field);
  await user.type(field, rounds);
  await user.click(screen.getByRole("button", { name: "Add" }));
}

it("asks the server for what was typed and closes", async () => {
  const server = fakeServer({ "PATCH /api/v1/experiments/7": detail({ state: "QUEUED" }) });
  await add("5");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(server.bodies).toEqual([{ rounds: 5, trials: 2, arms: [] }]);
});

it("shows each fault that the server found", async () => {
  fakeServer({
    "PATCH /api/v1/experiments/7": problem(422, "Invalid definition", "One error.", {
      errors: [{ pointer: "/rounds", value: 60, detail: "Too many.", allowed: "at most 50" }],
    }),
  });
  await add("60");
  expect(await screen.findByText("/rounds: Too many. Allowed: at most 50.")).toBeVisible();
});
