import createClient from "openapi-fetch";
import { RequestFailed } from "./requestFailed";
import type { paths } from "./schema";

/** The server's API, typed by its OpenAPI document. */
export const client = createClient<paths>({
  baseUrl: window.location.origin,
  // Looked up at each call, so that a test may put a fake in its place.
  fetch: (request) => globalThis.fetch(request),
});

/** The answer's body; raises RequestFailed for every other answer than success. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) {
    throw RequestFailed.from(response.status, error);
  }
  return data as T;
}
