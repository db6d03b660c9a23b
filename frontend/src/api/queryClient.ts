import { QueryClient } from "@tanstack/react-query";
import { RequestFailed } from "./requestFailed";

/** Repeats what may pass by itself (network, 5xx), never what the server refused. */
export function worthRepeating(failures: number, error: Error): boolean {
  const refused = error instanceof RequestFailed && error.status < 500;
  return !refused && failures < 2;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: worthRepeating, staleTime: 2_000 } },
  });
}
