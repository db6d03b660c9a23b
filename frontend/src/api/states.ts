import type { State } from "./types";

export const states = [
  "QUEUED",
  "RUNNING",
  "PAUSED",
  "COMPLETED",
  "CANCELLED",
  "FAILED",
  "DIVERGED",
] as const satisfies readonly State[];

/** RUNNING as "Running". */
export function stateName(state: string): string {
  return state.charAt(0) + state.slice(1).toLowerCase();
}

/** Nothing more will happen to it by itself. */
export function hasEnded(state: State): boolean {
  return !["QUEUED", "RUNNING", "PAUSED"].includes(state);
}
