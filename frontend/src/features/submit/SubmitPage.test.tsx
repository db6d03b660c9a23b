import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeServer } from "../../testing/fakeServer";
import { entry, field } from "../../testing/samples";
import { show } from "../../testing/show";
import { SubmitPage } from "./SubmitPage";

const gain = {
  name: "gain",
  title: "gain",
  summary: "How much",
  kind: "decimal",
  allowed: "a number greater than 0",
  required: true,
};
const mode = {
  name: "mode",
  title: "mode",
  summary: "Which way",
  kind: "option",
  allowed: "one of up, down",
  options: ["up", "down"],
  required: false,
  fallback: "up",
};

// Names that no server has: the form must come from the catalog alone.
const catalog = {
  datasets: [entry("pebbles")],
  architectures: [entry("tower")],
  initialisations: [entry("flat")],
  optimizers: [entry("walker", [gain, mode]), entry("runner")],
  schedules: [entry("level")],
  criteria: [entry("smallest")],
  arms: [entry("shuffled")],
  definition: [
    field("name", "text", { title: "Name", required: true }),
    field("dataset", "plug-in", { title: "Dataset", catalog: "datasets", required: true }),
    field("training", "object", {
      title: "Training",
      required: true,
      fields: [
        field("optimizer", "plug-in", { title: "Optimizer", catalog: "optimizers" }),
        field("budget", "text", { title: "Budget", required: true }),
      ],
    }),
    field("pruning", "object", {
      title: "Pruning",
      required: true,
      fields: [field("rounds", "integer", { title: "Rounds", required: true })],
    }),
    field("arms", "array", {
      title: "Controls",
      catalog: "arms",
      fields: [field("rounds", "text", { title: "Rounds" })],
    }),
  ],
};
const definition = {
  name: "First",
  training: { optimizer: { name: "walker", gain: 0.5 } },
  pruning: { rounds: 99 },
};
const invalid = {
  valid: false,
  errors: [
    {
      pointer: "/pruning/rounds",
      value: 99,
      detail: "99 is too many.",
      allowed: "a whole number from 1 to 50",
    },
  ],
  warnings: [{ pointer: "/training/optimizer/gain", detail: "That is a lot" }],
};
const valid = {
  valid: true,
  definition,
  errors: [],
  warnings: [],
  plan: {
    trainings: 12,
    trainingsPerTrial: 6,
    iterationsPerTraining: 1000,
    rounds: [{ round: 0, density: 1, kept: 10, size: 10, runsPerTrial: 1, layers: [] }],
  },
};

function open(validation: object, more: object = {}) {
  const server = fakeServer({
    "GET /api/v1/catalog": catalog,
    "GET /api/v1/presets": [
      { name: "first", group: "quick", summary: "A beginning", definition, grid: {} },
      {
        name: "gains",
        group: "question",
        summary: "Which gain?",
        definition,
        grid: { "/training/optimizer/gain": [0.5, 2] },
      },
    ],
    "POST /api/v1/experiments/validate": validation,
    ...more,
  });
  const router = show(
    [
      { path: "/new", element: <SubmitPage /> },
      { path: "/experiments/:id", element: <p>There</p> },
      { path: "/sweeps/:id", element: <p>There</p> },
    ],
    "/new",
  );
  return { server, router };
}

it("tells how many experiments a sweep would be, and submits it", async () => {
  const user = userEvent.setup();
  const { server, router } = open(valid, {
    "POST /api/v1/sweeps/validate": {
      valid: true,
      experiments: 2,
      trainings: 24,
      points: [],
      errors: [],
      warnings: [],
    },
    "POST /api/v1/sweeps": { id: 5 },
  });
  await user.click(await screen.findByLabelText("Field", { selector: "input" }));
  await user.click(await screen.findByRole("option", { name: "/training/optimizer/gain" }));
  await user.type(screen.getByLabelText(/Values of/), "0.5, 2");
  expect(await screen.findByTestId("sweep-plan")).toHaveTextContent(
    "2 experiments, 24 trainings in all",
  );
  await user.click(screen.getByRole("button", { name: "Submit sweep" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/sweeps/5"));
  expect(server.asked).toContain("POST /api/v1/sweeps");
  expect(server.bodies.at(-1)).toEqual({
    definition,
    grid: { "/training/optimizer/gain": [0.5, 2] },
  });
});

it("offers presets by group, and with a question the sweep that answers it", async () => {
  const user = userEvent.setup();
  open(valid, {
    "POST /api/v1/sweeps/validate": {
      valid: true,
      experiments: 2,
      trainings: 24,
      points: [],
      errors: [],
      warnings: [],
    },
  });
  expect(await screen.findByRole("button", { name: /first/ })).toBeVisible();
  expect(screen.queryByRole("button", { name: /gains/ })).toBeNull();
  await user.click(screen.getByRole("radio", { name: "Questions" }));
  await user.click(screen.getByRole("button", { name: /gains/ }));
  expect(await screen.findByLabelText(/Values of/)).toHaveValue("0.5, 2");
  expect(await screen.findByTestId("sweep-plan")).toHaveTextContent("2 experiments");
});

it("says what is wrong with a sweep", async () => {
  const user = userEvent.setup();
  open(valid, {
    "POST /api/v1/sweeps/validate": {
      valid: false,
      experiments: 1,
      trainings: 0,
      points: [],
      errors: [
        {
          pointer: "/grid/~1pruning~1rounds/0",
          detail: "99 is too many.",
          allowed: "less",
          points: [1],
        },
      ],
      warnings: [],
    },
  });
  await user.click(await screen.findByLabelText("Field", { selector: "input" }));
  await user.click(await screen.findByRole("option", { name: "/pruning/rounds" }));
  await user.type(screen.getByLabelText(/Values of/), "99");
  expect(await screen.findByText(/99 is too many. Allowed: less/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Submit sweep" })).toBeDisabled();
});

it("tells the time and space that the definition would take", async () => {
  open({
    ...valid,
    forecast: {
      measuredTrainings: 40,
      trainingSeconds: { p50: 7200, p90: 9000 },
      slots: 2,
      seconds: { p50: 3600, p90: 4500 },
      storedBytes: 4_210_000,
    },
  });
  const line = await screen.findByTestId("forecast");
  expect(line).toHaveTextContent("About 1 h 0 min");
  expect(line).toHaveTextContent("2 slots");
  expect(line).toHaveTextContent("by 40 trainings");
  expect(line).toHaveTextContent("4.2 MB");
});

it("says when no training of the kind has been measured", async () => {
  open({
    ...valid,
    forecast: {
      measuredTrainings: 0,
      trainingSeconds: null,
      slots: 2,
      seconds: null,
      storedBytes: 900,
    },
  });
  expect(await screen.findByTestId("forecast")).toHaveTextContent(/not known.*900 B/);
});

it("makes the fields of the chosen plug-in from the catalog", async () => {
  open(valid);
  expect(await screen.findByLabelText(/^gain/)).toHaveValue("0.5");
  expect(screen.getByText("How much; a number greater than 0")).toBeVisible();
  expect(screen.getByRole("combobox", { name: /mode/ })).toHaveAttribute("placeholder", "up");
  expect(screen.getByRole("button", { name: "Add shuffled" })).toBeVisible();
});

it("shows an error at its field and keeps the definition from being submitted", async () => {
  open(invalid);
  const rounds = await screen.findByLabelText(/^Rounds/);
  await waitFor(() => expect(rounds).toBeInvalid());
  expect(rounds).toHaveAccessibleDescription(
    /99 is too many\. Allowed: a whole number from 1 to 50\./,
  );
  expect(screen.getByRole("button", { name: "Submit experiment" })).toBeDisabled();
});

it("shows warnings beside the form", async () => {
  open(invalid);
  expect(await screen.findByText("That is a lot")).toBeVisible();
});

it("shows what the definition would make", async () => {
  open(valid);
  expect(
    await screen.findByText(/12 trainings of 1,000 iterations, 6 in each trial/),
  ).toBeVisible();
});

it("asks the server again after an edit, with the edit", async () => {
  const { server } = open(valid);
  await userEvent.type(await screen.findByLabelText(/^Budget/), "5ep");
  await waitFor(() => expect(server.bodies.at(-1)).toMatchObject({ training: { budget: "5ep" } }));
});

it("submits the definition and goes to the experiment", async () => {
  const { server, router } = open(valid, { "POST /api/v1/experiments": { id: 31 } });
  await userEvent.click(await screen.findByRole("button", { name: "Submit experiment" }));
  expect(await screen.findByText("There")).toBeVisible();
  expect(router.state.location.pathname).toBe("/experiments/31");
  expect(server.bodies.at(-1)).toEqual(definition);
});

it("adds and removes a control", async () => {
  open(valid);
  await userEvent.click(await screen.findByRole("button", { name: "Add shuffled" }));
  expect(screen.getByText("Control 1")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Remove control 1" }));
  expect(screen.queryByText("Control 1")).toBeNull();
});
