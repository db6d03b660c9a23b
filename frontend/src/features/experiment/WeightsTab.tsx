import { Anchor, Group, Loader, Select, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type RoundAddress, roundAnalysis, trialDetail, weightsFile } from "../../api/runs";
import type { ExperimentDetail, LayerAnalysis } from "../../api/types";
import { Plot } from "../../components/charts/Plot";
import { Failure } from "../../components/Failure";
import { count, weightsRemaining } from "../../components/format";
import { anyWord, useViewState, wholeNumber } from "../../components/useViewState";
import { OverlapTable } from "./OverlapTable";
import { shownRound } from "./RunsTab";
import { TrialSelect } from "./TrialSelect";
import { useTrialNumber } from "./useTrialNumber";
import { histogramFigure, pixelFigure, side } from "./weightsFigure";

/** What training did to the weights of one round's ticket. */
export function WeightsTab({ experiment }: { experiment: ExperimentDetail }) {
  const [trial] = useTrialNumber(experiment);
  const [chosen, setRound] = useViewState("round", wholeNumber);
  const { data, error, refetch } = useQuery(trialDetail(experiment.id, trial));
  if (error && !data) {
    return <Failure error={error} what={`Trial ${trial} could not be read`} retry={refetch} />;
  }
  const rounds = (data?.rounds ?? []).filter((one) => one.runs.some((run) => run.arm === "ticket"));
  const round = shownRound(rounds, chosen);
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-end">
        <TrialSelect experiment={experiment} />
        <Select
          label="Round"
          size="xs"
          w={210}
          allowDeselect={false}
          disabled={round === null}
          value={round === null ? null : String(round.round)}
          onChange={(value) => setRound(wholeNumber.read(value))}
          data={rounds.map((one) => ({
            value: String(one.round),
            label: `Round ${one.round}: ${weightsRemaining(one.density)} % remaining`,
          }))}
        />
      </Group>
      {round === null ? (
        <Text className="quiet" py="lg" ta="center">
          No ticket of this trial is trained.
        </Text>
      ) : (
        <Ticket address={{ id: experiment.id, trial, round: round.round }} />
      )}
    </Stack>
  );
}

function Ticket({ address }: { address: RoundAddress }) {
  const [chosen, setLayer] = useViewState("layer", anyWord);
  const { data, error, refetch } = useQuery(roundAnalysis(address));
  if (error && !data) {
    return <Failure error={error} what="The weights could not be read" retry={refetch} />;
  }
  const layer = data?.layers.find((one) => one.name === chosen) ?? data?.layers[0];
  if (!data || !layer) {
    return <Loader aria-label="Reading the weights" />;
  }
  return (
    <>
      <Select
        label="Layer"
        size="xs"
        w={210}
        allowDeselect={false}
        value={layer.name}
        onChange={setLayer}
        data={data.layers.map((one) => one.name)}
      />
      <Layer layer={layer} address={address} />
      <OverlapTable address={address} layer={layer.name} />
      <Text size="sm">
        Files for NumPy:{" "}
        <Anchor size="sm" href={weightsFile("initial", address)} download>
          initial weights
        </Anchor>
        ,{" "}
        <Anchor size="sm" href={weightsFile("final", address)} download>
          final weights
        </Anchor>
        .
      </Text>
    </>
  );
}

function Layer({ layer, address }: { layer: LayerAnalysis; address: RoundAddress }) {
  const histogram = useMemo(() => histogramFigure(layer), [layer]);
  const pixels = side(layer.inputDegrees.length);
  const map = useMemo(
    () => (pixels === null ? null : pixelFigure(layer.inputDegrees, pixels)),
    [layer, pixels],
  );
  const file = `winnow-${address.id}-trial-${address.trial}-round-${address.round}-${layer.name}`;
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: map === null ? 1 : 2 }}>
        <Plot
          figure={histogram}
          label={`Weights of ${layer.name} before and after training`}
          file={`${file}-weights`}
          height={320}
        />
        {map !== null && (
          <Plot
            figure={map}
            label={`Weights that each input of ${layer.name} keeps`}
            file={`${file}-inputs`}
            height={320}
          />
        )}
      </SimpleGrid>
      <Text size="sm" data-testid="travel">
        {travel(layer)}
      </Text>
    </>
  );
}

function travel(layer: LayerAnalysis): string {
  const kept = layer.travelKept ?? null;
  const pruned = layer.travelPruned ?? null;
  const parts = [`${count(layer.kept)} of ${count(layer.size)} weights kept.`];
  if (kept !== null) {
    parts.push(
      pruned === null
        ? `Training moved them by ${kept.toPrecision(3)} in the mean.`
        : `Training moved those that the next mask keeps by ${kept.toPrecision(3)} in the mean, ` +
            `those that it removes by ${pruned.toPrecision(3)}.`,
    );
  }
  if (typeof layer.signChanges === "number") {
    parts.push(`${(100 * layer.signChanges).toFixed(1)} % changed their sign.`);
  }
  const idle = layer.outputDegrees.filter((degree) => degree === 0).length;
  if (idle > 0) {
    parts.push(`${count(idle)} of ${count(layer.outputDegrees.length)} units keep none.`);
  }
  return parts.join(" ");
}
