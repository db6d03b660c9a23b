package dev.winnow.lottery;

import dev.winnow.catalog.Findings;
import dev.winnow.catalog.Named;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.core.JsonPointer;

/**
 * A way from an initialised network to sparse ones, round by round. All that it knows of a trial's
 * past is in the {@link Journal}, so that it goes on wherever the last slice of work ended.
 */
public interface Method extends Named {
  /**
   * Where the fields of {@code pruning} and {@code rewind} that it reads stand in a definition: a
   * field with all that is inside of it. A definition that gives another one is refused.
   */
  Set<JsonPointer> reads();

  /**
   * How many weights each round from 0 (outer list) keeps of all that is ranked together (inner
   * list): the points of a chart's axis.
   */
  List<List<LayerBudget>> budgets(Plan plan);

  /** Whether each round's mask is pruned from the mask of the round before. */
  boolean nested();

  /**
   * Arrays as long as the network that the tickets of a trial leave to later rounds besides their
   * final weights.
   *
   * @param optimizerArrays how many of them the optimizer carries from update to update
   */
  int artifacts(Plan plan, int optimizerArrays);

  /** What is wrong with a definition whose fields are right each by itself. */
  void check(Plan plan, Findings findings);

  /** The runs of each round from 0: the ticket first, since the controls are made from it. */
  default List<List<RunKey>> runs(Plan plan, Tickets tickets) {
    return IntStream.range(0, budgets(plan).size())
        .mapToObj(round -> tickets.runs(plan.arms(), round))
        .toList();
  }

  /**
   * Does the runs that are left while the journal may continue.
   *
   * @param tickets of the trial
   */
  TrialStatus advance(Plan plan, Tickets tickets, Journal journal, Trainer trainer);
}
