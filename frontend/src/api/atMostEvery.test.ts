import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { atMostEvery } from "./atMostEvery";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function counting() {
  let calls = 0;
  const paced = atMostEvery(1_000, () => {
    calls++;
  });
  return { paced, calls: () => calls };
}

it("acts at once, and once more for a burst", () => {
  const { paced, calls } = counting();
  for (let i = 0; i < 50; i++) {
    paced.call();
  }
  expect(calls()).toBe(1);
  vi.advanceTimersByTime(999);
  expect(calls()).toBe(1);
  vi.advanceTimersByTime(1);
  expect(calls()).toBe(2);
  vi.advanceTimersByTime(10_000);
  expect(calls()).toBe(2);
});

it("acts at most once per period under steady calls", () => {
  const { paced, calls } = counting();
  for (let i = 0; i < 100; i++) {
    paced.call();
    vi.advanceTimersByTime(100);
  }
  expect(calls()).toBeLessThanOrEqual(11);
  expect(calls()).toBeGreaterThanOrEqual(10);
});

it("does nothing more once stopped", () => {
  const { paced, calls } = counting();
  paced.call();
  paced.call();
  paced.stop();
  vi.advanceTimersByTime(5_000);
  expect(calls()).toBe(1);
});
