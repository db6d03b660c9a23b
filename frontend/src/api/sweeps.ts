import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Definition, Draft, SweepDetail } from "./types";

export const sweepList = infiniteQueryOptions({
  queryKey: ["sweeps"],
  queryFn: ({ pageParam, signal }) =>
    answer(
      client.GET("/api/v1/sweeps", {
        params: { query: { limit: 25, ...(pageParam !== null && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next ?? null,
  refetchInterval: 15_000,
});

export function sweepDetail(id: number) {
  return queryOptions({
    queryKey: ["sweep", id],
    queryFn: ({ signal }): Promise<SweepDetail> =>
      answer(client.GET("/api/v1/sweeps/{id}", { params: { path: { id } }, signal })),
    refetchInterval: (query) => {
      const sweep = query.state.data;
      return sweep && sweep.ended < sweep.experiments ? 5_000 : false;
    },
  });
}

/** What a sweep would come to, or what is wrong with it; nothing is kept. */
export function sweepPlan(definition: Draft, grid: Record<string, unknown[]>) {
  return queryOptions({
    queryKey: ["sweepPlan", definition, grid],
    queryFn: ({ signal }) =>
      answer(
        client.POST("/api/v1/sweeps/validate", {
          body: { definition: definition as Definition, grid },
          signal,
        }),
      ),
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

export function submitSweep(
  definition: Draft,
  grid: Record<string, unknown[]>,
): Promise<SweepDetail> {
  return answer(
    client.POST("/api/v1/sweeps", { body: { definition: definition as Definition, grid } }),
  );
}
