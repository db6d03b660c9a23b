package dev.winnow.lottery;

import dev.winnow.training.LearningCurve.Score;
import java.util.BitSet;

/**
 * A network measured at one iteration.
 *
 * @param iteration iterations done
 * @param test over all test examples
 * @param correct the test examples that it gets right
 */
public record Measurement(int iteration, Score validation, Score test, BitSet correct) {}
