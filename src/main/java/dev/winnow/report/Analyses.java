package dev.winnow.report;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.experiment.ExperimentQueries;
import dev.winnow.experiment.NotFound;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.RunKey;
import dev.winnow.report.analysis.MaskOverlap;
import dev.winnow.report.analysis.RoundAnalysis;
import dev.winnow.report.analysis.TrainedTicket;
import dev.winnow.results.MaskQueries;
import dev.winnow.results.RunQueries;
import dev.winnow.results.RunRecord;
import dev.winnow.results.WeightsQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Looks into the networks that were kept. */
@Service
public class Analyses {
  private final Reports reports;
  private final ExperimentQueries experiments;
  private final RunQueries runs;
  private final MaskQueries masks;
  private final WeightsQueries weights;

  Analyses(
      Reports reports,
      ExperimentQueries experiments,
      RunQueries runs,
      MaskQueries masks,
      WeightsQueries weights) {
    this.reports = reports;
    this.experiments = experiments;
    this.runs = runs;
    this.masks = masks;
    this.weights = weights;
  }

  /**
   * What training did to a round's ticket.
   *
   * @throws NotFound if there is no such trial or round, or its ticket has not been trained
   */
  public RoundAnalysis round(long experiment, int trial, int round) {
    Mask mask = reports.mask(ticket(experiment, trial, round));
    return RoundAnalysis.of(
        trial,
        round,
        new TrainedTicket(
            mask,
            masks.next(experiment, trial, experiments.definition(experiment), round),
            initial(experiment, trial),
            end(experiment, trial, round)));
  }

  /** A trial's weights at initialisation. */
  public Weights initial(long experiment, int trial) {
    return weights.initial(experiment, trial, experiments.definition(experiment));
  }

  /**
   * The weights that a round's ticket ended with.
   *
   * @throws NotFound if there are none
   */
  public Weights end(long experiment, int trial, int round) {
    ParameterLayout layout = reports.mask(ticket(experiment, trial, round)).layout();
    return weights
        .end(experiment, trial, layout, round)
        .orElseThrow(
            () ->
                new NotFound(
                    "The ticket of round %d of trial %d diverged: it has no final weights."
                        .formatted(round, trial)));
  }

  /**
   * What the mask of a round has in common with those of the other trials that have come so far;
   * two masks at a time are in memory.
   *
   * @throws NotFound if there is no such trial or round, or its ticket has not been trained
   */
  public List<MaskOverlap> overlaps(long experiment, int trial, int round) {
    Mask mask = reports.mask(ticket(experiment, trial, round));
    ExperimentDefinition definition = experiments.definition(experiment);
    List<MaskOverlap> overlaps = new ArrayList<>();
    for (int other = 1; other <= definition.trials().count(); other++) {
      Optional<RunRecord> run = runs.find(experiment, other, RunKey.ticket(round));
      if (other != trial && run.isPresent()) {
        Mask theirs = masks.of(experiment, other, definition, run.get());
        overlaps.add(MaskOverlap.of(other, mask, theirs));
      }
    }
    return overlaps;
  }

  private static RunReference ticket(long experiment, int trial, int round) {
    return new RunReference(experiment, trial, new RunKey(round, Arm.TICKET, 1));
  }
}
