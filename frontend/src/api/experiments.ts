import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, client } from "./client";
import { hasEnded } from "./states";
import type {
  Curves,
  Definition,
  Draft,
  ExperimentDetail,
  ExperimentSummary,
  Growth,
  Schemas,
  State,
} from "./types";

const pageSize = 25;

/** A page changes while something runs; otherwise only when somebody submits. */
function listPace(items: ExperimentSummary[]): number {
  return items.some((item) => !hasEnded(item.state)) ? 5_000 : 15_000;
}

export function experimentList(state: State | null) {
  return infiniteQueryOptions({
    queryKey: ["experiments", { state }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET("/api/v1/experiments", {
          params: {
            query: {
              limit: pageSize,
              ...(pageParam !== null && { cursor: pageParam }),
              ...(state !== null && { state }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    refetchInterval: (query) =>
      listPace(query.state.data?.pages.flatMap((page) => page.items) ?? []),
  });
}

export interface NewestCurves {
  experiment: ExperimentSummary;
  curves: Curves;
}

async function findNewestCurves(signal: AbortSignal): Promise<NewestCurves | null> {
  const page = await answer(
    client.GET("/api/v1/experiments", { params: { query: { limit: pageSize } }, signal }),
  );
  for (const experiment of page.items.filter((item) => item.progress.runsDone > 0)) {
    const curves = await readCurves(experiment.id, signal);
    if (curves.arms.some((arm) => arm.points.length > 0)) {
      return { experiment, curves };
    }
  }
  return null;
}

/** The newest experiment that has something to draw, with its curves; null if there is none. */
export function newestCurves() {
  return queryOptions({
    queryKey: ["experiments", "newest-curves"],
    queryFn: ({ signal }) => findNewestCurves(signal),
    refetchInterval: (query) => {
      const found = query.state.data;
      return found && hasEnded(found.experiment.state) ? 15_000 : 5_000;
    },
  });
}

/** Everything of an experiment that changes while it runs. */
export const liveKey = (id: number) => ["experiment", id, "live"] as const;

/** What an experiment's commits never change again. */
export const settledKey = (id: number) => ["experiment", id, "settled"] as const;

export function experimentDetail(id: number) {
  return queryOptions({
    queryKey: [...liveKey(id), "detail"],
    queryFn: ({ signal }): Promise<ExperimentDetail> =>
      answer(client.GET("/api/v1/experiments/{id}", { params: { path: { id } }, signal })),
    refetchInterval: (query) => {
      const state = query.state.data?.state;
      return state !== undefined && !hasEnded(state) ? 5_000 : false;
    },
  });
}

function readCurves(id: number, signal: AbortSignal): Promise<Curves> {
  return answer(
    client.GET("/api/v1/experiments/{id}/curves", { params: { path: { id } }, signal }),
  );
}

export function curves(id: number) {
  return queryOptions({
    queryKey: [...liveKey(id), "curves"],
    queryFn: ({ signal }) => readCurves(id, signal),
  });
}

export function submitExperiment(draft: Draft): Promise<ExperimentDetail> {
  return answer(client.POST("/api/v1/experiments", { body: draft as Definition }));
}

const at = (id: number) => ({ params: { path: { id } } });

/** What can be asked of an experiment. */
export const steer = {
  PAUSE: (id: number) => answer(client.POST("/api/v1/experiments/{id}/pause", at(id))),
  RESUME: (id: number) => answer(client.POST("/api/v1/experiments/{id}/resume", at(id))),
  RETRY: (id: number) => answer(client.POST("/api/v1/experiments/{id}/retry", at(id))),
  RELEASE: (id: number) =>
    answer(
      client.POST("/api/v1/experiments/{id}/retry", {
        params: { path: { id }, query: { anySignature: true } },
      }),
    ),
  CANCEL: (id: number) => answer(client.POST("/api/v1/experiments/{id}/cancel", at(id))),
};

export type Move = keyof typeof steer;

export function growExperiment(id: number, growth: Growth): Promise<ExperimentDetail> {
  return answer(
    client.PATCH("/api/v1/experiments/{id}", {
      params: { path: { id } },
      body: growth as Schemas["GrowExperiment"],
    }),
  );
}

export function forkExperiment(
  id: number,
  fork: Schemas["ForkExperiment"],
): Promise<ExperimentDetail> {
  return answer(
    client.POST("/api/v1/experiments/{id}/fork", { params: { path: { id } }, body: fork }),
  );
}

export async function deleteExperiment(id: number): Promise<void> {
  await answer(client.DELETE("/api/v1/experiments/{id}", { params: { path: { id } } }));
}

export function curvesFile(id: number): string {
  return `/api/v1/experiments/${id}/curves.csv`;
}
