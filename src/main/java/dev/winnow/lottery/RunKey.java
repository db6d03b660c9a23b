package dev.winnow.lottery;

/**
 * Which training of a trial.
 *
 * @param round from 0
 * @param arm {@link Arm#TICKET} or a control's id
 * @param replicate from 1
 */
public record RunKey(int round, String arm, int replicate) {
  public static RunKey ticket(int round) {
    return new RunKey(round, Arm.TICKET, 1);
  }

  public boolean isTicket() {
    return arm.equals(Arm.TICKET);
  }

  @Override
  public String toString() {
    return "round " + round + ", " + arm + " " + replicate;
  }
}
