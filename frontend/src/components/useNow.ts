import { useEffect, useState } from "react";

/** The current time in milliseconds, renewed every few seconds. */
export function useNow(period = 5_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), period);
    return () => clearInterval(timer);
  }, [period]);
  return now;
}
