package dev.winnow.report;

import dev.winnow.experiment.Blueprint;
import dev.winnow.experiment.Blueprints;
import dev.winnow.experiment.ExperimentArchive;
import dev.winnow.experiment.ExperimentDefinition;
import dev.winnow.experiment.LearningCurveArchive;
import dev.winnow.experiment.MaskArchive;
import dev.winnow.experiment.NotThere;
import dev.winnow.experiment.RoundCount;
import dev.winnow.experiment.RunArchive;
import dev.winnow.experiment.RunRecord;
import dev.winnow.experiment.TrialArchive;
import dev.winnow.lottery.Arm;
import dev.winnow.lottery.ArmChoice;
import dev.winnow.lottery.Mask;
import dev.winnow.report.figure.Figure;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Works out what a researcher reads from what runs left behind. */
@Service
public class Reports {
  private final ExperimentArchive experiments;
  private final TrialArchive trials;
  private final RunArchive runs;
  private final LearningCurveArchive learningCurves;
  private final MaskArchive masks;
  private final Blueprints blueprints;

  Reports(
      ExperimentArchive experiments,
      TrialArchive trials,
      RunArchive runs,
      LearningCurveArchive learningCurves,
      MaskArchive masks,
      Blueprints blueprints) {
    this.experiments = experiments;
    this.trials = trials;
    this.runs = runs;
    this.learningCurves = learningCurves;
    this.masks = masks;
    this.blueprints = blueprints;
  }

  /**
   * @throws dev.winnow.experiment.UnknownExperiment if there is none of that id
   */
  public Curves curves(long experiment) {
    ExperimentDefinition definition = experiments.definition(experiment);
    CurveSum sum = new CurveSum();
    runs.forEachCompleted(experiment, sum::add);
    return sum.finish(
        Stream.concat(Stream.of(Arm.TICKET), definition.arms().stream().map(ArmChoice::id))
            .toList());
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
   * @throws NotThere if the experiment has no such trial or round
   */
  public RoundDetail round(long experiment, int trial, int round) {
    Blueprint blueprint = blueprints.of(experiments.definition(experiment));
    trials.summary(experiment, trial);
    requireRound(blueprint, experiment, round);
    List<RunSummary> done =
        runs.round(experiment, trial, round).stream()
            .map(run -> RunSummary.of(run, blueprint.layout()))
            .toList();
    return RoundDetail.of(
        RoundCount.of(blueprint, round), blueprint.runs().get(round).size(), done);
  }

  /**
   * @throws NotThere if there is no such run, or not yet
   */
  public LearningCurve learningCurve(RunPlace place) {
    requirePlanned(place, blueprints.of(experiments.definition(place.experiment())));
    return learningCurves
        .find(place.experiment(), place.trial(), place.key())
        .map(points -> new LearningCurve(place.key().arm(), place.key().replicate(), points))
        .orElseThrow(() -> notYet(place));
  }

  /**
   * The mask under which a run was trained.
   *
   * @throws NotThere if there is no such run, or not yet
   */
  public Mask mask(RunPlace place) {
    ExperimentDefinition definition = experiments.definition(place.experiment());
    requirePlanned(place, blueprints.of(definition));
    RunRecord run =
        runs.find(place.experiment(), place.trial(), place.key()).orElseThrow(() -> notYet(place));
    return masks.of(place.experiment(), place.trial(), definition, run);
  }

  private void requirePlanned(RunPlace place, Blueprint blueprint) {
    trials.summary(place.experiment(), place.trial());
    int round = place.key().round();
    requireRound(blueprint, place.experiment(), round);
    if (!blueprint.runs().get(round).contains(place.key())) {
      throw new NotThere(
          "Experiment %d has no run of arm \"%s\", replicate %d in round %d; its runs are %s."
              .formatted(
                  place.experiment(),
                  place.key().arm(),
                  place.key().replicate(),
                  round,
                  blueprint.runs().get(round).stream()
                      .map(run -> run.arm() + " " + run.replicate())
                      .toList()));
    }
  }

  private static void requireRound(Blueprint blueprint, long experiment, int round) {
    int last = blueprint.runs().size() - 1;
    if (round < 0 || round > last) {
      throw new NotThere(
          "Experiment %d has no round %d: its rounds are 0 to %d."
              .formatted(experiment, round, last));
    }
  }

  private NotThere notYet(RunPlace place) {
    return new NotThere(
        "%s of round %d of trial %d has not been run: the trial is %s, in round %d."
            .formatted(
                place.key().arm() + " " + place.key().replicate(),
                place.key().round(),
                place.trial(),
                trials.summary(place.experiment(), place.trial()).state(),
                trials.round(place.experiment(), place.trial())));
  }
}
