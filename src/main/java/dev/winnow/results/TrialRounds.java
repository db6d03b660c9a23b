package dev.winnow.results;

import dev.winnow.database.Row;
import dev.winnow.definition.Blueprint;
import dev.winnow.definition.RoundDensity;
import dev.winnow.experiment.NotFound;
import dev.winnow.experiment.RunState;
import dev.winnow.experiment.TrialLookup;
import dev.winnow.experiment.TrialQueries;
import dev.winnow.experiment.TrialSummary;
import dev.winnow.lottery.RunKey;
import dev.winnow.results.TrialDetail.RoundProgress;
import dev.winnow.results.TrialDetail.RunEnd;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the rounds of trials are, for those who look. */
@Service
@Transactional(readOnly = true)
public class TrialRounds {
  private record Done(RunKey key, RunState state) {}

  private final JdbcClient jdbc;
  private final TrialQueries trials;
  private final TrialLookup places;

  TrialRounds(JdbcClient jdbc, TrialQueries trials, TrialLookup places) {
    this.jdbc = jdbc;
    this.trials = trials;
    this.places = places;
  }

  /**
   * @param number of the trial, from 1
   * @param blueprint of the experiment's definition
   * @throws NotFound if the experiment has no such trial
   */
  public TrialDetail detail(long experiment, int number, Blueprint blueprint) {
    TrialSummary summary = trials.summary(experiment, number);
    Map<Integer, List<Done>> runs = done(places.of(experiment, number).id());
    return new TrialDetail(
        summary,
        IntStream.range(0, blueprint.runs().size())
            .mapToObj(round -> progress(blueprint, round, runs.getOrDefault(round, List.of())))
            .toList());
  }

  /**
   * The round that a trial is in: the one of its current training, else of its newest run.
   *
   * @throws NotFound if the experiment has no such trial
   */
  public int round(long experiment, int number) {
    int newest =
        jdbc.sql("select coalesce(max(round), 0) from run where trial_id = ?")
            .param(places.of(experiment, number).id())
            .query(Integer.class)
            .single();
    return Math.max(newest, trials.trainingRound(experiment, number).orElse(0));
  }

  /** The runs of a trial by their rounds, in the order of their ends. */
  private Map<Integer, List<Done>> done(long trial) {
    return jdbc
        .sql("select round, arm, replicate, state from run where trial_id = ? order by id")
        .param(trial)
        .query((columns, i) -> done(new Row(columns)))
        .stream()
        .collect(
            Collectors.groupingBy(done -> done.key().round(), TreeMap::new, Collectors.toList()));
  }

  private static Done done(Row row) throws SQLException {
    return new Done(
        new RunKey(row.integer("round"), row.text("arm"), row.integer("replicate")),
        RunState.valueOf(row.text("state")));
  }

  private static RoundProgress progress(Blueprint blueprint, int round, List<Done> runs) {
    RoundDensity count = RoundDensity.of(blueprint, round);
    return new RoundProgress(
        round,
        count.density(),
        count.kept(),
        count.size(),
        runs.size() == blueprint.runs().get(round).size(),
        runs.stream()
            .map(done -> new RunEnd(done.key().arm(), done.key().replicate(), done.state()))
            .toList());
  }
}
