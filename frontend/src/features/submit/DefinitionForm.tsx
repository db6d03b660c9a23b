import { SimpleGrid, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import type { Catalog } from "../../api/types";
import { Panel } from "../../components/Panel";
import { ArmFields } from "./ArmFields";
import { NotesField, NumberField, OptionField, TagsField, TextField } from "./fields";
import { PlugInFields } from "./PlugInFields";

function Row({ children }: { children: ReactNode }) {
  return <SimpleGrid cols={{ base: 1, xs: 2 }}>{children}</SimpleGrid>;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Panel title={title}>
      <Stack gap="sm">{children}</Stack>
    </Panel>
  );
}

/** The definition as a form; what can be chosen comes from the catalog. */
export function DefinitionForm({ catalog }: { catalog: Catalog }) {
  return (
    <Stack gap="md">
      <Section title="Experiment">
        <TextField pointer="/name" label="Name" required />
        <Row>
          <NumberField
            pointer="/trials/count"
            label="Trials"
            description="Error bars are over trials"
          />
          <NumberField
            pointer="/trials/seed"
            label="Seed"
            description="Of trial 1; trial 2 has the next"
          />
        </Row>
        <Row>
          <OptionField pointer="/pool" label="Pool" options={catalog.pools} />
          <NumberField pointer="/priority" label="Priority" />
        </Row>
        <TagsField pointer="/tags" label="Tags" />
        <NotesField pointer="/notes" label="Notes" />
      </Section>
      <Section title="Data and network">
        <PlugInFields pointer="/dataset" label="Dataset" entries={catalog.datasets} required />
        <Row>
          <NumberField pointer="/dataset/validation" label="Validation examples" />
          <OptionField
            pointer="/dataset/normalisation"
            label="Normalisation"
            options={catalog.normalisations}
          />
          <OptionField
            pointer="/dataset/augmentation"
            label="Augmentation"
            description="Random changes of training images"
            options={catalog.augmentations}
          />
          <NumberField
            pointer="/dataset/subset/perClass"
            label="Training examples per class"
            description="Empty: all that there are"
          />
        </Row>
        <PlugInFields
          pointer="/architecture"
          label="Architecture"
          entries={catalog.architectures}
          required
        />
        <PlugInFields
          pointer="/architecture/initialisation"
          label="Initialisation"
          entries={catalog.initialisations}
        />
      </Section>
      <Section title="Training">
        <PlugInFields
          pointer="/training/optimizer"
          label="Optimizer"
          entries={catalog.optimizers}
          required
        />
        <Row>
          <TextField
            pointer="/training/budget"
            label="Budget"
            description="Of each training: 50000it, 12ep, 2ep50it"
            required
          />
          <NumberField
            pointer="/training/batchSize"
            label="Batch size"
            description="Examples per iteration"
          />
          <TextField
            pointer="/training/evaluateEvery"
            label="Evaluate every"
            description="On the validation examples"
          />
          <OptionField
            pointer="/training/testEvaluation"
            label="Test evaluation"
            description="When test examples are used"
            options={catalog.testEvaluations}
          />
          <OptionField
            pointer="/training/path"
            label="Path"
            description="How rounds are computed"
            options={catalog.trainingPaths}
          />
          <TextField
            pointer="/training/warmup"
            label="Warm-up"
            description="While the learning rate rises: 1000it"
          />
        </Row>
        <PlugInFields
          pointer="/training/schedule"
          label="Learning-rate schedule"
          entries={catalog.schedules}
        />
      </Section>
      <Section title="Pruning">
        <Row>
          <NumberField
            pointer="/pruning/rounds"
            label="Rounds"
            description="Round 0 is dense"
            required
          />
          <OptionField
            pointer="/pruning/strategy"
            label="Strategy"
            description="How a round's mask is reached"
            options={catalog.strategies}
          />
          <NumberField
            pointer="/pruning/removedPerRound/default"
            label="Removed per round"
            description="Share of the remaining weights"
          />
          <NumberField
            pointer="/pruning/removedPerRound/convolution"
            label="Removed per round, convolutions"
            description="Share of the remaining weights"
          />
          <NumberField
            pointer="/pruning/removedPerRound/output"
            label="Removed per round, output layer"
            description="Share of the remaining weights"
          />
          <OptionField
            pointer="/pruning/scope"
            label="Scope"
            description="Which weights are ranked together"
            options={catalog.scopes}
          />
          <TextField
            pointer="/pruning/pruneAt"
            label="Prune by the weights at"
            description="The end, or a step such as 500it"
          />
          <TextField
            pointer="/rewind/to"
            label="Rewind to"
            description="A step of round 0: 0it, 500it"
          />
          <OptionField
            pointer="/rewind/mode"
            label="Rewind"
            description="What returns to that step"
            options={catalog.rewindModes}
          />
          <OptionField
            pointer="/rewind/optimizerState"
            label="Optimizer's state"
            description="When a round begins"
            options={catalog.optimizerStates}
          />
          <OptionField
            pointer="/pruning/maskActions/pruned"
            label="Pruned weights"
            description="Their value for good"
            options={catalog.prunedActions}
          />
          <OptionField
            pointer="/pruning/maskActions/kept"
            label="Surviving weights"
            description="Their value when a round begins"
            options={catalog.keptActions}
          />
        </Row>
        <TagsField pointer="/pruning/excludedLayers" label="Layers that are not pruned" />
        <PlugInFields pointer="/pruning/criterion" label="Criterion" entries={catalog.criteria} />
      </Section>
      <Section title="Controls">
        <ArmFields entries={catalog.arms} />
      </Section>
    </Stack>
  );
}
