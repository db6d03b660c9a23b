import { SegmentedControl, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { learningCurve, type RoundAddress } from "../../api/runs";
import type { RunSummary } from "../../api/types";
import { Plot } from "../../components/charts/Plot";
import { oneOf, useViewState } from "../../components/useViewState";
import { learningFigure } from "./learningFigure";
import { quantities, toSeries } from "./learningSeries";

const quantityCodec = oneOf(quantities, "validation-loss");

interface LearningCurvesProps {
  address: RoundAddress;
  runs: RunSummary[];
  arms: string[];
}

/** The learning curves of some runs of a round, with the early-stop iteration of each. */
export function LearningCurves({ address, runs, arms }: LearningCurvesProps) {
  const [quantity, setQuantity] = useViewState("quantity", quantityCodec);
  const { curves, failed } = useQueries({
    queries: runs.map((run) =>
      learningCurve({ ...address, arm: run.arm, replicate: run.replicate }),
    ),
    combine: (results) => ({
      curves: results.flatMap((result) => (result.data ? [result.data] : [])),
      failed: results.some((result) => result.isError),
    }),
  });
  const figure = useMemo(
    () => learningFigure(toSeries(curves, runs, quantity), quantity, arms),
    [curves, runs, quantity, arms],
  );
  return (
    <div>
      <SegmentedControl
        size="xs"
        aria-label="What is drawn"
        value={quantity}
        onChange={setQuantity}
        data={[
          { value: "validation-loss", label: "Validation loss" },
          { value: "validation-accuracy", label: "Validation accuracy" },
          { value: "test-accuracy", label: "Test accuracy" },
        ]}
      />
      {failed && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          Some learning curves could not be read.
        </Text>
      )}
      <Plot
        figure={figure}
        label={`Learning curves of round ${address.round} of trial ${address.trial}`}
        file={`winnow-${address.id}-trial-${address.trial}-round-${address.round}`}
        height={320}
      />
      <Text size="xs" className="quiet">
        The large marker is the early-stop iteration: the first with the lowest validation loss.
      </Text>
    </div>
  );
}
