import type { FieldError, Problem } from "./types";

/** The server refused a request; `message` says why in its words. */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    detail: string,
    readonly errors: FieldError[] = [],
  ) {
    super(detail);
    this.name = "RequestFailed";
  }

  /** Reads a problem (RFC 9457), or whatever else came in its place. */
  static from(status: number, body: unknown): RequestFailed {
    const problem: Partial<Problem> = typeof body === "object" && body !== null ? body : {};
    const title = problem.title ?? `The server answered ${status}`;
    return new RequestFailed(status, title, problem.detail ?? title, problem.errors ?? []);
  }
}
