package dev.winnow.report.analysis;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.TensorSpec;
import dev.winnow.architecture.Weights;
import dev.winnow.lottery.Mask;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes one tensor of a trained ticket apart. */
final class TensorAnalysis {
  private static final int BINS = 41;

  private final Mask mask;
  private final Optional<Mask> next;
  private final Weights initial;
  private final Weights trained;
  private final ParameterLayout.Place place;
  private final int first;
  private final int[] kept;

  TensorAnalysis(TrainedTicket ticket, int tensor) {
    this.mask = ticket.mask();
    this.next = ticket.next();
    this.initial = ticket.initial();
    this.trained = ticket.trained();
    this.place = mask.layout().prunable().get(tensor);
    this.first = mask.firstPosition(tensor);
    this.kept = mask.survivors(tensor);
  }

  LayerAnalysis analysis() {
    TensorSpec tensor = place.tensor();
    double[] before =
        IntStream.range(first, first + tensor.size()).mapToDouble(this::start).toArray();
    double[] after = IntStream.of(kept).mapToDouble(this::end).toArray();
    double widest = Math.max(Math.max(largest(before), largest(after)), Double.MIN_NORMAL);
    return new LayerAnalysis(
        tensor.name(),
        kept.length,
        tensor.size(),
        Histogram.of(before, -widest, widest, BINS),
        Histogram.of(IntStream.of(kept).mapToDouble(this::start).toArray(), -widest, widest, BINS),
        Histogram.of(after, -widest, widest, BINS),
        mean(staying(true), this::travel),
        next.isEmpty() ? null : mean(staying(false), this::travel),
        mean(kept, p -> Math.signum(start(p)) == Math.signum(end(p)) ? 0 : 1),
        degrees(tensor.shape().get(0), index -> index / (tensor.size() / tensor.shape().get(0))),
        degrees(tensor.shape().get(1), index -> input(tensor, index)));
  }

  /** Of this round's weights those that the next mask keeps, or those that it removes. */
  private int[] staying(boolean stays) {
    return next.map(after -> IntStream.of(kept).filter(p -> after.keeps(p) == stays).toArray())
        .orElse(kept);
  }

  private static int input(TensorSpec tensor, int index) {
    int outputs = tensor.shape().get(0);
    int inputs = tensor.shape().get(1);
    int pixels = tensor.size() / outputs / inputs;
    return index / pixels % inputs;
  }

  private List<Integer> degrees(int units, IntUnaryOperator unit) {
    int[] degrees = new int[units];
    for (int position : kept) {
      degrees[unit.applyAsInt(position - first)]++;
    }
    return IntStream.of(degrees).boxed().toList();
  }

  private double start(int position) {
    return initial.value(place.offset() + position - first);
  }

  private double end(int position) {
    return mask.keeps(position) ? trained.value(place.offset() + position - first) : 0;
  }

  private double travel(int position) {
    return Math.abs(end(position) - start(position));
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  private static @Nullable Double mean(int[] positions, IntToDoubleFunction value) {
    return positions.length == 0
        ? null
        : IntStream.of(positions).mapToDouble(value).sum() / positions.length;
  }
}
