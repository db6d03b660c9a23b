import { ago } from "./format";
import { useNow } from "./useNow";

/** An instant as the time since then, with the exact time on hover. */
export function Moment({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={new Date(at).toLocaleString()}>
      {ago(at, now)}
    </time>
  );
}
