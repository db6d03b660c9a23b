package dev.winnow.report.analysis;

import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Mask;
import java.util.Optional;

/**
 * A ticket before and after its training.
 *
 * @param mask under which it was trained
 * @param next what pruning it left; empty if it was not pruned
 * @param initial weights at initialisation
 * @param trained weights at the end
 */
public record TrainedTicket(Mask mask, Optional<Mask> next, Weights initial, Weights trained) {}
