package dev.winnow.network.pure;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.ParameterUpdater;
import dev.winnow.training.ResolvedPlan;
import dev.winnow.training.Variables;
import java.util.BitSet;
import java.util.List;

/** What the layers of one ticket's network learn, each part with a learner of its own. */
final class TicketParameters {
  private final Ticket ticket;
  private final ResolvedPlan plan;

  /** By place in the layout: weights that the mask keeps. */
  private final BitSet kept;

  TicketParameters(Ticket ticket, ResolvedPlan plan) {
    this.ticket = ticket;
    this.plan = plan;
    this.kept = new BitSet(ticket.mask().layout().size());
    int position = 0;
    for (ParameterLayout.Place place : ticket.mask().layout().prunable()) {
      for (int i = place.offset(); i < place.end(); i++, position++) {
        kept.set(i, ticket.mask().keeps(position));
      }
    }
  }

  Ticket ticket() {
    return ticket;
  }

  ResolvedPlan plan() {
    return plan;
  }

  /**
   * @param weights for each weight its place in the layout, or {@link Parameters#NOWHERE}
   * @param biases for each bias likewise
   */
  Parameters learned(int[] weights, int[] biases) {
    int[] places = new int[weights.length + biases.length];
    System.arraycopy(weights, 0, places, 0, weights.length);
    System.arraycopy(biases, 0, places, weights.length, biases.length);
    float[] factors = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      boolean moves = i >= weights.length || places[i] == Parameters.NOWHERE || kept.get(places[i]);
      factors[i] = moves ? 1 : 0;
    }
    List<Variables.Range> ranges =
        List.of(
            new Variables.Range(0, weights.length, true),
            new Variables.Range(weights.length, places.length, false));
    Variables variables = new Variables(start(places), factors, ranges);
    return new Parameters(places, plan.learner(variables));
  }

  /**
   * What a layer keeps count of instead of learning it.
   *
   * @param places for each value its place in the layout
   */
  Parameters counted(int[] places) {
    return new Parameters(places, ParameterUpdater.still(start(places)));
  }

  private float[] start(int[] places) {
    float[] values = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = places[i] == Parameters.NOWHERE ? 0 : ticket.start().value(places[i]);
    }
    return values;
  }
}
