// @vitest-environment jsdom

import { expect, it } from "vitest";
import { fakeServer, problem } from "../testing/fakeServer";
import { submitExperiment } from "./experiments";
import { worthRepeating } from "./queryClient";
import { RequestFailed } from "./requestFailed";

it("carries the problem's detail and the fields it names", async () => {
  const errors = [{ pointer: "/pruning/rounds", value: 51, detail: "51 is too many" }];
  fakeServer({ "POST /api/v1/experiments": problem(422, "Invalid", "One field", { errors }) });
  await expect(submitExperiment({})).rejects.toMatchObject({
    status: 422,
    message: "One field",
    errors,
  });
});

it("says the status where the answer is no problem document", () => {
  expect(RequestFailed.from(502, "<html>").message).toBe("The server answered 502");
});

it("repeats what may pass by itself and never a refusal", () => {
  expect(worthRepeating(0, new TypeError("failed to fetch"))).toBe(true);
  expect(worthRepeating(0, RequestFailed.from(503, {}))).toBe(true);
  expect(worthRepeating(2, RequestFailed.from(503, {}))).toBe(false);
  expect(worthRepeating(0, RequestFailed.from(404, {}))).toBe(false);
});
