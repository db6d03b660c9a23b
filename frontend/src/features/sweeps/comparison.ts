import type { Curves, SweepPoint } from "../../api/types";

/** The tickets of a sweep's points as the lines of one chart, each named after its point. */
export function comparison(points: SweepPoint[], curves: (Curves | undefined)[]): Curves {
  return {
    arms: points.flatMap((point, i) => {
      const ticket = curves[i]?.arms.find((arm) => arm.name === "ticket");
      return ticket && ticket.points.length > 0 ? [{ ...ticket, name: point.label }] : [];
    }),
  };
}

/** The best mean test accuracy at early stop of a ticket, and the density it was reached at. */
export function best(curves: Curves | undefined): { accuracy: number; density: number } | null {
  const ticket = curves?.arms.find((arm) => arm.name === "ticket");
  let found: { accuracy: number; density: number } | null = null;
  for (const point of ticket?.points ?? []) {
    const accuracy = point.testAccuracyAtEarlyStop?.mean;
    if (accuracy != null && accuracy > (found?.accuracy ?? -1)) {
      found = { accuracy, density: point.density };
    }
  }
  return found;
}
