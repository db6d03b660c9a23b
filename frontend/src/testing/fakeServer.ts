/** What the fake answers to one method and path: a body, a whole Response, or a function of the URL. */
export type Answers = Record<string, unknown>;

export interface FakeServer {
  /** What was asked, in order: "GET /api/v1/workers". */
  asked: string[];
  bodies: unknown[];
}

/** Puts a fake in fetch's place that answers by "METHOD /path"; anything else is a 404 problem. */
export function fakeServer(answers: Answers): FakeServer {
  const server: FakeServer = { asked: [], bodies: [] };
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const url = new URL(request.url);
    const { pathname, search } = url;
    server.asked.push(`${request.method} ${pathname}${search}`);
    if (["POST", "PATCH"].includes(request.method)) {
      server.bodies.push(await request.json().catch(() => null));
    }
    const given = answers[`${request.method} ${pathname}`];
    const answer = typeof given === "function" ? given(url) : given;
    if (answer instanceof Response) {
      return answer.clone();
    }
    return answer === undefined
      ? problem(404, "Not Found", `Nothing is at ${pathname}`)
      : Response.json(answer);
  };
  return server;
}

export function problem(status: number, title: string, detail: string, more: object = {}) {
  return new Response(JSON.stringify({ status, title, detail, ...more }), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });
}
