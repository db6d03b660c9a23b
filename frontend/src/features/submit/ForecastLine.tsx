import { Text } from "@mantine/core";
import type { Forecast } from "../../api/types";
import { bytes, counted, duration } from "../../components/format";

/** What a definition would take in time and space, by what the server has measured. */
export function ForecastLine({ forecast }: { forecast: Forecast }) {
  return (
    <Text size="sm" data-testid="forecast">
      {time(forecast)} It would store about {bytes(forecast.storedBytes)}.
    </Text>
  );
}

function time({ seconds, trainingSeconds, slots, measuredTrainings }: Forecast): string {
  if (!trainingSeconds) {
    return "How long it takes is not known: no training of this kind has been measured here.";
  }
  const basis = `by ${counted(measuredTrainings, "training")} of this kind`;
  if (!seconds) {
    return `About ${duration(trainingSeconds.p50)} of one slot, ${basis}; no worker is there now.`;
  }
  return (
    `About ${duration(seconds.p50)}, at the slower tenth ${duration(seconds.p90)}, ` +
    `on ${counted(slots, "slot")} with nothing else to do, ${basis}.`
  );
}
