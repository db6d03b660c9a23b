import { queryOptions } from "@tanstack/react-query";
import { answer, client } from "./client";

export const queue = queryOptions({
  queryKey: ["queue"],
  queryFn: ({ signal }) => answer(client.GET("/api/v1/queue", { signal })),
  refetchInterval: 5_000,
});
