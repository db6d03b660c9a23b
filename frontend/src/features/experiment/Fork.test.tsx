import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeServer } from "../../testing/fakeServer";
import { detail } from "../../testing/samples";
import { show } from "../../testing/show";
import { Fork } from "./Fork";

const pages = [
  { path: "/", element: <Fork experiment={detail()} /> },
  { path: "/experiments/:id", element: <p>The new one</p> },
];

it("asks for a fork with the settings that change and shows it", async () => {
  const server = fakeServer({ "POST /api/v1/experiments/7/fork": detail({ id: 8 }) });
  const router = show(pages, "/");
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Fork" }));
  const changes = await screen.findByLabelText("Settings that change, as JSON");
  fireEvent.change(changes, { target: { value: '{"training": ' } });
  expect(screen.getByRole("button", { name: "Fork experiment" })).toBeDisabled();
  fireEvent.change(changes, { target: { value: '{"training": {"budget": "9it"}}' } });
  await user.click(screen.getByRole("button", { name: "Fork experiment" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/experiments/8"));
  expect(server.bodies).toEqual([{ atRound: 0, definition: { training: { budget: "9it" } } }]);
});
