import { queryOptions } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { WorkerSummary } from "./types";

export const workers = queryOptions({
  queryKey: ["workers"],
  queryFn: ({ signal }) => answer(client.GET("/api/v1/workers", { signal })),
  refetchInterval: 5_000,
});

export function drainWorker(id: string): Promise<WorkerSummary> {
  return answer(client.POST("/api/v1/workers/{id}/drain", { params: { path: { id } } }));
}

export function resumeWorker(id: string): Promise<WorkerSummary> {
  return answer(client.POST("/api/v1/workers/{id}/resume", { params: { path: { id } } }));
}
