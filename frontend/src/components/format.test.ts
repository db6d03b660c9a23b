import { expect, it } from "vitest";
import { accuracy, ago, count, counted, duration, weightsRemaining } from "./format";

it("writes weights remaining as the paper does", () => {
  expect([1, 0.9999, 0.51282, 0.0357, 0.0146, 0.00861].map(weightsRemaining)).toEqual([
    "100",
    "100",
    "51.3",
    "3.6",
    "1.5",
    "0.86",
  ]);
});

it("writes accuracies as percentages", () => {
  expect(accuracy(0.98345)).toBe("98.34 %");
});

it("writes lengths of time in their two largest units", () => {
  expect([-3, 12.4, 90, 4020, 200_000].map(duration)).toEqual([
    "0 s",
    "12 s",
    "2 min",
    "1 h 7 min",
    "2 d 7 h",
  ]);
});

it("writes how long ago something was", () => {
  const now = Date.parse("2026-01-01T01:00:00Z");
  expect(ago("2026-01-01T00:55:00Z", now)).toBe("5 min ago");
  expect(ago("2026-01-01T01:00:02Z", now)).toBe("just now");
});

it("writes counts with their noun", () => {
  expect([count(266200), counted(1, "trial"), counted(1200, "run")]).toEqual([
    "266,200",
    "1 trial",
    "1,200 runs",
  ]);
});
