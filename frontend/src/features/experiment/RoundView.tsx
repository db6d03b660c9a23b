import { Loader, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type RoundAddress, roundDetail } from "../../api/runs";
import { Failure } from "../../components/Failure";
import { LearningCurves } from "./LearningCurves";
import { RunTable } from "./RunTable";

interface RoundViewProps {
  address: RoundAddress;
  complete: boolean;
  arm: string | null;
  arms: string[];
}

/** Learning curves and results of a round's runs, of all arms or of one. */
export function RoundView({ address, complete, arm, arms }: RoundViewProps) {
  const { data, error, refetch } = useQuery(roundDetail(address, complete));
  if (error && !data) {
    return (
      <Failure error={error} what={`Round ${address.round} could not be read`} retry={refetch} />
    );
  }
  if (!data) {
    return <Loader aria-label="Reading the round" />;
  }
  const runs = data.runs.filter((run) => arm === null || run.arm === arm);
  return (
    <Stack gap="md">
      <LearningCurves address={address} runs={runs} arms={arms} />
      <RunTable address={address} runs={runs} />
    </Stack>
  );
}
