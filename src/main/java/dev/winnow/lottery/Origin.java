package dev.winnow.lottery;

import dev.winnow.architecture.Weights;
import java.util.function.Supplier;

/**
 * Where a round's ticket comes from.
 *
 * @param weights those with which the round begins, before the mask is applied
 * @param oneShot makes the mask that the round would have if it were pruned at once from round 0
 */
public record Origin(Weights weights, Supplier<Mask> oneShot) {}
