import { Box, Tabs } from "@mantine/core";
import type { ExperimentDetail } from "../../api/types";
import { oneOf, useViewState } from "../../components/useViewState";
import { DefinitionTab } from "./DefinitionTab";
import { LayersTab } from "./LayersTab";
import { NumbersTab } from "./NumbersTab";
import { RunsTab } from "./RunsTab";
import { TrialTable } from "./TrialTable";
import { WeightsTab } from "./WeightsTab";

const tabs = ["trials", "runs", "layers", "weights", "numbers", "definition"] as const;
const tabCodec = oneOf(tabs, "trials");

const labels: Record<(typeof tabs)[number], string> = {
  trials: "Trials",
  runs: "Learning curves and masks",
  layers: "Layers",
  weights: "Weights",
  numbers: "Numbers",
  definition: "Definition",
};

/** What lies behind the chart; only the open tab is read from the server. */
export function Details({ experiment }: { experiment: ExperimentDetail }) {
  const [tab, setTab] = useViewState("tab", tabCodec);
  return (
    <Box className="surface">
      <Tabs value={tab} onChange={(value) => setTab(tabCodec.read(value))} keepMounted={false}>
        <Tabs.List px="xs">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {labels[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="trials">
          <TrialTable trials={experiment.trialList} />
        </Tabs.Panel>
        <Tabs.Panel value="runs" p="md">
          <RunsTab experiment={experiment} />
        </Tabs.Panel>
        <Tabs.Panel value="layers" p="md">
          <LayersTab experiment={experiment} />
        </Tabs.Panel>
        <Tabs.Panel value="weights" p="md">
          <WeightsTab experiment={experiment} />
        </Tabs.Panel>
        <Tabs.Panel value="numbers">
          <NumbersTab id={experiment.id} />
        </Tabs.Panel>
        <Tabs.Panel value="definition" p="md">
          <DefinitionTab definition={experiment.definition} />
        </Tabs.Panel>
      </Tabs>
    </Box>
  );
}
