package dev.winnow.report;

import dev.winnow.definition.Blueprint;
import dev.winnow.definition.ExperimentDefinition;
import dev.winnow.definition.RoundDensity;
import dev.winnow.experiment.ExperimentQueries;
import dev.winnow.experiment.NotFound;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Mask;
import dev.winnow.report.curve.CurveTable;
import dev.winnow.report.curve.Curves;
import dev.winnow.report.figure.Figure;
import dev.winnow.results.LearningCurveQueries;
import dev.winnow.results.MaskQueries;
import dev.winnow.results.RunQueries;
import dev.winnow.results.RunRecord;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Works out what a researcher reads from what runs left behind. */
@Service
public class Reports {
  private final ExperimentQueries experiments;
  private final RunQueries runs;
  private final LearningCurveQueries learningCurves;
  private final MaskQueries masks;
  private final RunLookup lookup;

  Reports(
      ExperimentQueries experiments,
      RunQueries runs,
      LearningCurveQueries learningCurves,
      MaskQueries masks,
      RunLookup lookup) {
    this.experiments = experiments;
    this.runs = runs;
    this.learningCurves = learningCurves;
    this.masks = masks;
    this.lookup = lookup;
  }

  /**
   * @throws dev.winnow.experiment.UnknownExperiment if there is none of that id
   */
  public Curves curves(long experiment) {
    ExperimentDefinition definition = experiments.definition(experiment);
    return Curves.of(
        Stream.concat(Stream.of(Arm.TICKET), definition.arms().stream().map(ArmChoice::id))
            .toList(),
        runs.completed(experiment));
  }

  /** {@link #curves} as comma-separated values. */
  public String curveTable(long experiment) {
    return CurveTable.write(curves(experiment));
  }

  /** {@link #curves} as a picture, an SVG document. */
  public String figure(long experiment) {
    return Figure.draw(experiments.definition(experiment).name(), curves(experiment));
  }

  /**
   * @throws NotFound if the experiment has no such trial or round
   */
  public RoundDetail round(long experiment, int trial, int round) {
    Blueprint blueprint = lookup.plan(experiment, trial, round);
    List<RunSummary> done =
        runs.round(experiment, trial, round).stream()
            .map(run -> RunSummary.of(run, blueprint.layout()))
            .toList();
    return RoundDetail.of(
        RoundDensity.of(blueprint, round), blueprint.runs().get(round).size(), done);
  }

  /**
   * @throws NotFound if there is no such run, or not yet
   */
  public LearningCurve learningCurve(RunReference place) {
    lookup.definition(place);
    return learningCurves
        .find(place.experiment(), place.trial(), place.key())
        .map(points -> new LearningCurve(place.key().arm(), place.key().replicate(), points))
        .orElseThrow(() -> lookup.notYet(place));
  }

  /**
   * The mask under which a run was trained.
   *
   * @throws NotFound if there is no such run, or not yet
   */
  public Mask mask(RunReference place) {
    ExperimentDefinition definition = lookup.definition(place);
    RunRecord run =
        runs.find(place.experiment(), place.trial(), place.key())
            .orElseThrow(() -> lookup.notYet(place));
    return masks.of(place.experiment(), place.trial(), definition, run);
  }
}
