import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Definition, Draft } from "./types";

export const catalog = queryOptions({
  queryKey: ["catalog"],
  queryFn: ({ signal }) => answer(client.GET("/api/v1/catalog", { signal })),
  staleTime: 60_000,
});

export const presets = queryOptions({
  queryKey: ["presets"],
  queryFn: ({ signal }) => answer(client.GET("/api/v1/presets", { signal })),
  staleTime: 60_000,
});

/** What the server says about a definition; the last answer stands until the next one is there. */
export function validation(draft: Draft) {
  return queryOptions({
    queryKey: ["validation", draft],
    queryFn: ({ signal }) =>
      answer(client.POST("/api/v1/experiments/validate", { body: draft as Definition, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
  });
}
