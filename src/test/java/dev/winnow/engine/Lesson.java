package dev.winnow.engine;

import dev.winnow.architecture.LayerSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.lottery.Ticket;
import dev.winnow.training.TrainingPlan;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What implementations that are compared all learn.
 *
 * @param number what a network reads for each of the 256 values of a pixel
 */
public record Lesson(
    List<LayerSpec> layers,
    Ticket ticket,
    TrainingPlan plan,
    Samples samples,
    IntToDoubleFunction number) {}
