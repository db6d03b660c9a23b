package dev.winnow.lottery.method;

import dev.winnow.lottery.Diverged;
import dev.winnow.lottery.Journal;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.RunArtifacts;
import dev.winnow.lottery.RunKey;
import dev.winnow.lottery.TrialStatus;
import java.util.List;
import java.util.function.IntFunction;

/** Works through a trial round by round, in each the ticket before its controls. */
record Rounds(Journal journal, List<List<RunKey>> runs) {
  /** One round of a method. */
  interface Round {
    /** Trains the ticket. */
    Outcome ticket();

    /** What the ticket's run leaves to later rounds. */
    RunArtifacts left(Outcome ticket);

    /** Trains a control. The ticket has been trained, now or in an earlier slice. */
    Outcome control(RunKey run);
  }

  /**
   * Does the runs that are left, while the journal may continue.
   *
   * @param rounds makes a round, if any run of it is left
   */
  TrialStatus advance(IntFunction<Round> rounds) {
    for (int number = 0; number < runs.size(); number++) {
      List<RunKey> left = runs.get(number).stream().filter(run -> !journal.has(run)).toList();
      if (left.isEmpty()) {
        continue;
      }
      Round round = rounds.apply(number);
      for (RunKey run : left) {
        if (!journal.mayContinue()) {
          return TrialStatus.UNFINISHED;
        }
        if (train(run, round) instanceof Diverged && run.isTicket()) {
          return TrialStatus.DIVERGED;
        }
      }
    }
    return TrialStatus.FINISHED;
  }

  private Outcome train(RunKey run, Round round) {
    journal.begin(run);
    Outcome outcome = run.isTicket() ? round.ticket() : round.control(run);
    journal.commit(run, outcome, run.isTicket() ? round.left(outcome) : RunArtifacts.NONE);
    return outcome;
  }
}
