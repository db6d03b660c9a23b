import { queryOptions } from "@tanstack/react-query";
import { answer, client } from "./client";

export const workers = queryOptions({
  queryKey: ["workers"],
  queryFn: ({ signal }) => answer(client.GET("/api/v1/workers", { signal })),
  refetchInterval: 5_000,
});
