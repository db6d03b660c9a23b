import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { atMostEvery } from "./atMostEvery";
import { liveKey } from "./experiments";

const eventTypes = ["experiment", "trial", "run"];

/** While `live`, reads an experiment again whenever the server says that something was committed. */
export function useLiveExperiment(id: number, live: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!live) {
      return;
    }
    const refresh = atMostEvery(1_000, () =>
      queryClient.invalidateQueries({ queryKey: liveKey(id) }),
    );
    const events = new EventSource(`/api/v1/experiments/${id}/events`);
    for (const type of eventTypes) {
      events.addEventListener(type, refresh.call);
    }
    return () => {
      events.close();
      refresh.stop();
    };
  }, [id, live, queryClient]);
}
