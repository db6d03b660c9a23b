import { queryOptions } from "@tanstack/react-query";
import { answer, client } from "./client";
import { liveKey, settledKey } from "./experiments";
import type { RunSummary } from "./types";

export interface RoundAddress {
  id: number;
  trial: number;
  round: number;
}

export interface RunAddress extends RoundAddress {
  arm: string;
  replicate: number;
}

export function trialDetail(id: number, trial: number) {
  return queryOptions({
    queryKey: [...liveKey(id), "trial", trial],
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/v1/experiments/{id}/trials/{t}", {
          params: { path: { id, t: trial } },
          signal,
        }),
      ),
  });
}

/** A round; `complete` says that it will not change, so that it is read once only. */
export function roundDetail({ id, trial, round }: RoundAddress, complete: boolean) {
  return queryOptions({
    queryKey: [...(complete ? settledKey(id) : liveKey(id)), "round", trial, round],
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/v1/experiments/{id}/trials/{t}/rounds/{r}", {
          params: { path: { id, t: trial, r: round } },
          signal,
        }),
      ),
    staleTime: complete ? Number.POSITIVE_INFINITY : 0,
  });
}

/** The learning curve of a finished run. */
export function learningCurve({ id, trial, round, arm, replicate }: RunAddress) {
  return queryOptions({
    queryKey: [...settledKey(id), "learning-curve", trial, round, arm, replicate],
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/v1/experiments/{id}/trials/{t}/rounds/{r}/learning-curve", {
          params: { path: { id, t: trial, r: round }, query: { arm, replicate } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function maskFile(format: "npz" | "bits", run: RunAddress): string {
  const query = new URLSearchParams({ arm: run.arm, replicate: String(run.replicate) });
  return `/api/v1/experiments/${run.id}/trials/${run.trial}/rounds/${run.round}/mask.${format}?${query}`;
}

/** What training did to the ticket of a round that is done. */
export function roundAnalysis({ id, trial, round }: RoundAddress) {
  return queryOptions({
    queryKey: [...settledKey(id), "analysis", trial, round],
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/v1/experiments/{id}/trials/{t}/rounds/{r}/analysis", {
          params: { path: { id, t: trial, r: round } },
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What a round's mask has in common with those of the trials that have come so far. */
export function maskOverlaps({ id, trial, round }: RoundAddress) {
  return queryOptions({
    queryKey: [...liveKey(id), "overlaps", trial, round],
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/v1/experiments/{id}/trials/{t}/rounds/{r}/overlaps", {
          params: { path: { id, t: trial, r: round } },
          signal,
        }),
      ),
  });
}

export function weightsFile(at: "initial" | "final", { id, trial, round }: RoundAddress): string {
  return `/api/v1/experiments/${id}/trials/${trial}/rounds/${round}/${at}-weights.npz`;
}

/** Arm and replicate as one word, unique in a round. */
export function runName(run: Pick<RunSummary, "arm" | "replicate">, replicates: number): string {
  return replicates > 1 ? `${run.arm} ${run.replicate}` : run.arm;
}
