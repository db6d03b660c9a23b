import type { components } from "./schema";

export type Schemas = components["schemas"];

export type Catalog = Schemas["Catalog"];
export type CatalogEntry = Catalog["architectures"][number];
export type Parameter = CatalogEntry["parameters"][number];
/** One field of a definition as the catalog declares it, with the fields inside it. */
export type Field = Catalog["definition"][number];
export type Preset = Schemas["Preset"];
export type Definition = Schemas["ExperimentDefinition"];
/** A definition being written: whether it is one, the server says. */
export type Draft = object;
export type Validation = Schemas["Validation"];
export type FieldError = Validation["errors"][number];
export type Plan = NonNullable<Validation["plan"]>;
export type Forecast = NonNullable<Validation["forecast"]>;
export type Problem = Schemas["Problem"];
export type ExperimentSummary = Schemas["ExperimentSummary"];
export type ExperimentDetail = Schemas["ExperimentDetail"];
export type ExperimentPage = Schemas["ExperimentPage"];
export type SweepDetail = Schemas["SweepDetail"];
export type SweepPoint = SweepDetail["points"][number];
export type SweepSummary = Schemas["SweepSummary"];
/** What is added to an experiment; an arm's defaults are the server's. */
export interface Growth {
  rounds: number;
  trials: number;
  arms: { name: string }[];
}
export type State = ExperimentSummary["state"];
export type TrialSummary = Schemas["TrialSummary"];
export type TrialDetail = Schemas["TrialDetail"];
export type RoundDetail = Schemas["RoundDetail"];
export type RunSummary = Schemas["RunSummary"];
export type LayerAnalysis = Schemas["LayerAnalysis"];
export type MaskOverlap = Schemas["MaskOverlap"];
export type LearningCurve = Schemas["LearningCurve"];
export type Curves = Schemas["Curves"];
export type ArmPoint = Curves["arms"][number]["points"][number];
export type WorkerSummary = Schemas["WorkerSummary"];
export type QueueEntry = Schemas["QueueEntry"];
export type Wait = Schemas["Wait"];
