package dev.winnow.command.bench;

import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * One line of the table.
 *
 * @param name unique: {@code auto/9}
 * @param label what the table calls it
 * @param task that others do too, by whose rates it is judged: {@code lenet}, {@code vgg-19}
 * @param density kept ÷ all weights, where that means something
 * @param unit what is counted: {@code it}
 * @param units how many of them a step does
 * @param operations floating-point operations of a step over kept weights; 0 if not known
 * @param runner measures for about so many seconds
 */
record Entry(
    String name,
    String label,
    Optional<String> task,
    Optional<Double> density,
    String unit,
    double units,
    double operations,
    DoubleFunction<Repetition> runner) {}
