package dev.winnow.engine.loop;

import dev.winnow.lottery.Measurement;
import dev.winnow.network.NetworkState;
import dev.winnow.training.LearningCurve.Point;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A training between two iterations. The order of the data needs no place here: it is a function of
 * seed and iteration, and no other random number is drawn while a network trains.
 *
 * @param iteration iterations done
 * @param seconds that they took
 * @param points the curve so far
 * @param best measured at the lowest validation loss so far
 * @param mask the kept positions, ascending, if the mask has changed since the training began
 * @param kept the weights that were to be kept, by iteration
 */
record CheckpointState(
    int iteration,
    double seconds,
    List<Point> points,
    Optional<Measurement> best,
    Optional<int[]> mask,
    NetworkState state,
    Map<Integer, float[]> kept) {}
