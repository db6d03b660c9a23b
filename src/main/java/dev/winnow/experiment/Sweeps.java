package dev.winnow.experiment;

import dev.winnow.catalog.DefinitionError;
import dev.winnow.catalog.DefinitionWarning;
import dev.winnow.catalog.Findings;
import dev.winnow.definition.Blueprints;
import dev.winnow.definition.Definitions;
import dev.winnow.definition.Grid;
import dev.winnow.definition.InvalidSweep;
import dev.winnow.definition.MalformedDefinition;
import dev.winnow.definition.SweepFault;
import dev.winnow.definition.SweepForm;
import dev.winnow.definition.SweepPoint;
import dev.winnow.definition.SweepWarning;
import dev.winnow.experiment.SweepPlan.PlannedPoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JsonPointer;

/** Takes sweeps in: a grid over fields of a definition, one experiment for each point. */
@Service
public class Sweeps {
  private static final JsonPointer DEFINITION = JsonPointer.compile("/definition");

  private final Definitions definitions;
  private final Blueprints blueprints;
  private final TrialScheduling scheduling;
  private final SweepRepository sweeps;
  private final Clock clock;

  Sweeps(
      Definitions definitions,
      Blueprints blueprints,
      TrialScheduling scheduling,
      SweepRepository sweeps,
      Clock clock) {
    this.definitions = definitions;
    this.blueprints = blueprints;
    this.scheduling = scheduling;
    this.sweeps = sweeps;
    this.clock = clock;
  }

  /**
   * What would come of a sweep, with every fault of every point.
   *
   * @param body a JSON object: {@code {"definition": …, "grid": {pointer: [values]}}}
   * @throws MalformedDefinition if the text is not a JSON object
   */
  public SweepPlan plan(String body) {
    SweepForm form = new SweepForm(body);
    List<SweepPoint> points = points(form);
    List<SweepFault> faults = faults(form, points);
    List<PlannedPoint> planned = points.stream().map(this::planned).toList();
    return new SweepPlan(
        faults.isEmpty(),
        points.size(),
        planned.stream().map(PlannedPoint::trainings).mapToLong(n -> n == null ? 0 : n).sum(),
        planned,
        faults,
        warnings(points));
  }

  /**
   * Submits every point of a sweep, all or nothing.
   *
   * @return the id of the first point's experiment
   * @throws InvalidSweep if anything is wrong with any point
   */
  @Transactional
  public long submit(String body) {
    SweepForm form = new SweepForm(body);
    List<SweepPoint> points = points(form);
    List<SweepFault> faults = faults(form, points);
    if (!faults.isEmpty()) {
      throw new InvalidSweep(faults);
    }
    Sweep sweep = save(form);
    return points.stream().mapToLong(point -> submit(sweep, point)).min().orElseThrow();
  }

  private long submit(Sweep sweep, SweepPoint point) {
    Experiment experiment = scheduling.make(point.parsed().definition().orElseThrow());
    experiment.belongTo(sweep, point.number());
    return experiment.id();
  }

  private Sweep save(SweepForm form) {
    return sweeps.save(
        new Sweep(
            form.definition().path("name").asString("Sweep"),
            form.definition().toString(),
            form.grid().toJson(),
            clock.instant()));
  }

  private List<SweepPoint> points(SweepForm form) {
    return form.errors().isEmpty()
        ? IntStream.rangeClosed(1, (int) form.grid().size())
            .mapToObj(number -> SweepPoint.read(definitions, form, number))
            .toList()
        : List.of();
  }

  private PlannedPoint planned(SweepPoint point) {
    return point
        .parsed()
        .definition()
        .map(
            definition ->
                new PlannedPoint(
                    point.number(),
                    Grid.plain(point.values()),
                    definition.name(),
                    definitions.fingerprint(definition),
                    blueprints.of(definition).runsPerTrial() * definition.trials().count()))
        .orElseGet(
            () -> new PlannedPoint(point.number(), Grid.plain(point.values()), null, null, null));
  }

  /** Faults that several points share are told once. */
  private static List<SweepFault> faults(SweepForm form, List<SweepPoint> points) {
    Map<String, SweepFault> faults = new LinkedHashMap<>();
    for (SweepPoint point : points) {
      Findings findings = new Findings();
      findings.errors(point.parsed().errors(), DEFINITION::append);
      for (DefinitionError error : findings.errors()) {
        faults.merge(
            error.pointer() + " " + error.value() + " " + error.detail(),
            new SweepFault(error, List.of(point.number())),
            (known, more) ->
                new SweepFault(
                    known.pointer(),
                    known.value(),
                    known.detail(),
                    known.allowed(),
                    both(known.points(), more.points())));
      }
    }
    List<SweepFault> all = new ArrayList<>();
    form.errors().forEach(error -> all.add(new SweepFault(error, List.of())));
    all.addAll(faults.values());
    return all;
  }

  private static List<SweepWarning> warnings(List<SweepPoint> points) {
    Map<DefinitionWarning, List<Integer>> warnings = new LinkedHashMap<>();
    for (SweepPoint point : points) {
      point
          .parsed()
          .warnings()
          .forEach(warning -> warnings.merge(warning, List.of(point.number()), Sweeps::both));
    }
    return warnings.entrySet().stream()
        .map(
            entry ->
                new SweepWarning(
                    DEFINITION.append(entry.getKey().pointer()),
                    entry.getKey().detail(),
                    entry.getValue()))
        .toList();
  }

  private static List<Integer> both(List<Integer> one, List<Integer> other) {
    return IntStream.concat(
            one.stream().mapToInt(Integer::intValue), other.stream().mapToInt(Integer::intValue))
        .boxed()
        .toList();
  }
}
