import { act, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../testing/show";
import { anyWord, oneOf, useViewState, wholeNumber } from "./useViewState";

const metric = oneOf(["early-stop", "end"] as const, "early-stop");

function Probe() {
  const [chosen, setChosen] = useViewState("metric", metric);
  const [round, setRound] = useViewState("round", wholeNumber);
  return (
    <>
      <p>{`${chosen}, round ${round}`}</p>
      <button type="button" onClick={() => setChosen("end")}>
        end
      </button>
      <button type="button" onClick={() => setChosen("early-stop")}>
        early stop
      </button>
      <button type="button" onClick={() => setRound(3)}>
        round 3
      </button>
    </>
  );
}

const at = (address: string) => show([{ path: "/", element: <Probe /> }], address);
const click = (name: string) => act(() => screen.getByRole("button", { name }).click());

it("reads the view from the address", () => {
  at("/?metric=end&round=7");
  expect(screen.getByText("end, round 7")).toBeVisible();
});

it("falls back when the address holds something else", () => {
  at("/?metric=nonsense&round=-1");
  expect(screen.getByText("early-stop, round null")).toBeVisible();
});

it("writes a change beside what else the address holds", () => {
  const router = at("/?metric=end&tab=runs");
  click("round 3");
  expect(router.state.location.search).toBe("?metric=end&tab=runs&round=3");
});

it("leaves the default out of the address", () => {
  const router = at("/?metric=end");
  click("early stop");
  expect(router.state.location.search).toBe("");
});

it("makes no history entries of switches", () => {
  const router = at("/");
  click("end");
  expect(router.state.historyAction).toBe("REPLACE");
});

it("takes only whole numbers and non-empty words", () => {
  expect(["0", "20", "1.5", "", "1e3", null].map(wholeNumber.read)).toEqual([
    0,
    20,
    null,
    null,
    null,
    null,
  ]);
  expect(["again", "", null].map(anyWord.read)).toEqual(["again", null, null]);
});
