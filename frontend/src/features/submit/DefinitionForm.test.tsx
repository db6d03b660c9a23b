import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useReducer } from "react";
import { expect, it } from "vitest";
import type { Catalog, Field, Validation } from "../../api/types";
import { entry, field } from "../../testing/samples";
import { DefinitionForm } from "./DefinitionForm";
import { DraftContext } from "./DraftContext";
import { changed, draftOf } from "./draft";
import type { JsonObject } from "./pointer";

const knob = { name: "knob", title: "Knob", summary: "Turn it", allowed: "", required: false };
const stones = [
  entry("granite", [
    { ...knob, kind: "text", fallback: "smooth" },
    { ...knob, kind: "flag", name: "wet", title: "Wet", fallback: true },
    { ...knob, kind: "json", name: "cuts", title: "Cuts", fallback: [1] },
  ]),
  entry("marble"),
];

/** Draws a form of the fields, and answers what the draft says at any time. */
function form(fields: Field[], initial: JsonObject = {}, more: object = {}) {
  const catalog = { definition: fields, stones, ...more } as unknown as Catalog;
  const validation = { valid: false, warnings: [], errors } as unknown as Validation;
  let definition = initial;
  function Form() {
    const [draft, change] = useReducer(changed, initial, (given) => draftOf(given));
    definition = draft.definition;
    const setAside = draft.setAside ?? {};
    return (
      <DraftContext value={{ catalog, validation, change, setAside, definition }}>
        <DefinitionForm />
      </DraftContext>
    );
  }
  render(
    <MantineProvider env="test">
      <Form />
    </MantineProvider>,
  );
  return () => definition;
}

const errors = [{ pointer: "/shades/1", value: 7, detail: "7 is no shade.", allowed: "less" }];

it("draws a text as a text and a number as a number", async () => {
  const user = userEvent.setup();
  const draft = form([
    field("motto", "text", { title: "Motto", help: "In a word", fallback: "none" }),
    field("weight", "decimal", { title: "Weight", rule: "half of it", fallback: 0 }),
    field("legs", "integer", { title: "Legs", required: true, allowed: "from 2 to 8" }),
  ]);
  const motto = screen.getByLabelText("Motto");
  expect(motto).toHaveAttribute("placeholder", "none");
  expect(motto).not.toHaveAttribute("inputmode");
  expect(motto).toHaveAccessibleDescription("In a word");
  expect(screen.getByLabelText(/Weight/)).toHaveAttribute("placeholder", "half of it");
  expect(screen.getByLabelText(/Legs/)).toHaveAttribute("inputmode", "decimal");
  expect(screen.getByLabelText(/Legs/)).toHaveAttribute("placeholder", "from 2 to 8");
  await user.type(motto, "007");
  await user.type(screen.getByLabelText(/Weight/), "1e-3");
  await user.type(screen.getByLabelText(/Legs/), "4");
  expect(draft()).toEqual({ motto: "007", weight: 0.001, legs: 4 });
  await user.clear(motto);
  expect(draft()).toEqual({ weight: 0.001, legs: 4 });
});

it("gives prose several lines and other text one", () => {
  form([
    field("story", "text", { title: "Story", fallback: "" }),
    field("motto", "text", { title: "Motto", fallback: "", rule: "that of the house" }),
  ]);
  expect(screen.getByLabelText("Story")).toBeInstanceOf(HTMLTextAreaElement);
  expect(screen.getByLabelText("Motto")).toBeInstanceOf(HTMLInputElement);
});

it("draws a flag as a switch that stands as the default does", async () => {
  const draft = form([field("loud", "flag", { title: "Loud", fallback: true })]);
  const loud = screen.getByRole("switch", { name: "Loud" });
  expect(loud).toBeChecked();
  await userEvent.click(loud);
  expect(loud).not.toBeChecked();
  expect(draft()).toEqual({ loud: false });
});

it("offers the words of an option", async () => {
  const draft = form([field("hue", "option", { title: "Hue", options: ["red", "blue"] })]);
  await userEvent.click(screen.getByRole("combobox", { name: "Hue" }));
  await userEvent.click(await screen.findByRole("option", { name: "blue" }));
  expect(draft()).toEqual({ hue: "blue" });
});

it("keeps numbers in a list of numbers and words in a list of words", async () => {
  const user = userEvent.setup();
  const draft = form([
    field("shades", "list", { title: "Shades", each: "decimal" }),
    field("labels", "list", { title: "Labels", each: "text" }),
  ]);
  await user.type(screen.getByRole("combobox", { name: "Shades" }), "0.5{Enter}0.5{Enter}");
  await user.type(screen.getByRole("combobox", { name: "Labels" }), "2026{Enter}");
  expect(draft()).toEqual({ shades: [0.5, 0.5], labels: ["2026"] });
  expect(screen.getByText("7 is no shade. Allowed: less.")).toBeVisible();
});

it("adds, changes and removes the entries of a map", async () => {
  const user = userEvent.setup();
  const draft = form([field("rates", "map", { title: "Rates", each: "decimal" })]);
  await user.type(screen.getByLabelText("New name in Rates"), "a/b{Enter}");
  expect(draft()).toEqual({ rates: { "a/b": "" } });
  await user.type(screen.getByLabelText(/^a\/b/), "0.25");
  expect(draft()).toEqual({ rates: { "a/b": 0.25 } });
  await user.clear(screen.getByLabelText(/^a\/b/));
  expect(draft()).toEqual({ rates: { "a/b": "" } });
  await user.type(screen.getByLabelText("New name in Rates"), "a/b");
  expect(screen.getByRole("button", { name: "Add" })).toBeDisabled();
  await user.click(screen.getByRole("button", { name: "Remove a/b" }));
  expect(draft()).toEqual({});
});

it("draws objects as sections, and objects in them as groups", async () => {
  const draft = form([
    field("house", "object", {
      title: "House",
      help: "Where it lives",
      fields: [
        field("roof", "object", {
          title: "Roof",
          fields: [field("tiles", "integer", { title: "Tiles", required: true })],
        }),
      ],
    }),
  ]);
  expect(screen.getByRole("heading", { name: "House" })).toBeVisible();
  expect(screen.getByText("Where it lives")).toBeVisible();
  const roof = within(screen.getByRole("group", { name: "Roof" }));
  // Without a roof there is no need to count its tiles.
  expect(roof.queryByText("*")).toBeNull();
  await userEvent.type(roof.getByLabelText("Tiles"), "9");
  expect(draft()).toEqual({ house: { roof: { tiles: 9 } } });
  expect(roof.getByText("*")).toBeInTheDocument();
});

it("offers a catalog that it has never heard of, with fields by the parameters' kinds", async () => {
  const user = userEvent.setup();
  const floor = field("floor", "plug-in", {
    title: "Floor",
    catalog: "stones",
    fields: [field("size", "integer", { title: "Size" })],
  });
  const draft = form([floor], { floor: { name: "granite" } });
  expect(screen.getByRole("combobox", { name: "Floor" })).toHaveValue("granite");
  await user.type(screen.getByLabelText("Knob"), "12");
  await user.click(screen.getByRole("switch", { name: /^Wet/ }));
  await user.type(screen.getByLabelText("Cuts"), "[[2, 3]");
  await user.type(screen.getByLabelText("Size"), "5");
  expect(draft()).toEqual({
    floor: { name: "granite", knob: "12", wet: false, cuts: [2, 3], size: 5 },
  });
  await user.click(screen.getByRole("combobox", { name: "Floor" }));
  await user.click(await screen.findByRole("option", { name: "marble" }));
  expect(screen.queryByLabelText("Knob")).toBeNull();
  expect(draft()).toEqual({ floor: { name: "marble", size: 5 } });
});

it("adds and removes the elements of an array, picked or plain", async () => {
  const user = userEvent.setup();
  const draft = form([
    field("walls", "array", { title: "Walls", catalog: "stones" }),
    field("doors", "array", {
      title: "Doors",
      fields: [field("width", "decimal", { title: "Width" })],
    }),
  ]);
  await user.click(screen.getByRole("button", { name: "Add marble" }));
  await user.click(screen.getByRole("button", { name: "Add" }));
  await user.type(screen.getByLabelText("Width"), "2");
  expect(draft()).toEqual({ walls: [{ name: "marble" }], doors: [{ width: 2 }] });
  await user.click(screen.getByRole("button", { name: "Remove wall 1" }));
  expect(draft()).toEqual({ walls: [], doors: [{ width: 2 }] });
});

it("writes a kind that it does not know as JSON", async () => {
  const draft = form([field("odd", "tensor", { title: "Odd" })]);
  await userEvent.type(screen.getByLabelText("Odd"), "[[1, 2]");
  expect(draft()).toEqual({ odd: [1, 2] });
});

it("does not show what the chosen method does not read, and takes it out of the draft", async () => {
  const user = userEvent.setup();
  const slow = { methods: ["slow"] };
  const draft = form(
    [
      field("way", "plug-in", { title: "Way", catalog: "methods", fallback: "slow" }),
      field("cut", "object", {
        title: "Cut",
        fields: [
          field("depth", "integer", { title: "Depth" }),
          field("pause", "text", { title: "Pause", ...slow }),
        ],
      }),
      field("back", "object", {
        title: "Back",
        fields: [field("to", "text", { title: "To", ...slow })],
      }),
    ],
    { cut: { depth: 3, pause: "long" }, back: { to: "0it" } },
    { methods: [entry("slow"), entry("fast")] },
  );
  expect(screen.getByLabelText("Pause")).toHaveValue("long");
  await user.click(screen.getByRole("combobox", { name: "Way" }));
  await user.click(await screen.findByRole("option", { name: "fast" }));
  expect(draft()).toEqual({ way: { name: "fast" }, cut: { depth: 3 } });
  expect(screen.queryByLabelText("Pause")).toBeNull();
  expect(screen.queryByRole("heading", { name: "Back" })).toBeNull();
  const note = within(screen.getByRole("status"));
  expect(note.getByText(/Taken out, for fast does not read these/)).toBeVisible();
  expect(note.getByText('cut › pause: "long"')).toBeVisible();
  expect(note.getByText('back: {"to":"0it"}')).toBeVisible();
  await user.click(screen.getByRole("combobox", { name: "Way" }));
  await user.click(await screen.findByRole("option", { name: "slow" }));
  expect(draft()).toEqual({
    way: { name: "slow" },
    cut: { depth: 3, pause: "long" },
    back: { to: "0it" },
  });
  expect(screen.queryByRole("status")).toBeNull();
});
