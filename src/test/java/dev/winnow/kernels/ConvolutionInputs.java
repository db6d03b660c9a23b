package dev.winnow.kernels;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Convolutions and maps for the kernels to work on. */
abstract class ConvolutionInputs extends KernelInputs {
  /** Channels in and out, rows and columns of the output, stride, side of the kernel, examples. */
  record Case(int in, int out, int rows, int columns, int stride, int side, int examples) {
    int taps() {
      return in * side * side;
    }

    MapSize outSize() {
      return new MapSize(out, rows, columns);
    }

    /** Of maps as large as the output, with one pixel of zeros around them. */
    MapSteps outSteps() {
      return steps(outSize());
    }

    MapSteps inSteps() {
      MapSteps all = steps(inSize());
      return new MapSteps(
          all.start(), stride * all.pixel(), stride * all.row(), all.channel(), all.block());
    }

    MapSize inSize() {
      return new MapSize(in, rows * stride, columns * stride);
    }

    ConvolutionShape shape() {
      MapSteps all = steps(inSize());
      int[] offsets = new int[taps()];
      for (int j = 0; j < offsets.length; j++) {
        int row = j / side % side - side / 2;
        int column = j % side - side / 2;
        offsets[j] = j / (side * side) * all.channel() + row * all.row() + column * all.pixel();
      }
      int[] weights = new int[taps()];
      Arrays.setAll(weights, j -> 1 + j);
      return new ConvolutionShape(offsets, weights, taps(), outSize());
    }

    int blocks() {
      return (examples + Kernels.LANES - 1) / Kernels.LANES;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case(1, 1, 1, 1, 1, 3, 1),
        new Case(1, 3, 6, 1, 1, 3, 4),
        new Case(3, 5, 4, 4, 1, 3, 16),
        new Case(5, 70, 2, 2, 1, 3, 37),
        new Case(4, 3, 7, 7, 1, 3, 20),
        new Case(6, 9, 5, 14, 2, 3, 33),
        new Case(17, 6, 3, 8, 2, 1, 16),
        new Case(70, 2, 2, 5, 1, 1, 5),
        new Case(2, 2, 40, 33, 1, 3, 18),
        new Case(2, 1, 2, 1030, 1, 1, 2),
        new Case(120, 5, 3, 6, 1, 3, 17),
        new Case(230, 4, 2, 3, 2, 3, 9));
  }

  static MapSteps steps(MapSize size) {
    int pixel = Kernels.LANES;
    int channel = (size.columns() + 2) * pixel;
    int row = size.channels() * channel;
    return new MapSteps(FRONT + row + pixel, pixel, row, channel, (size.rows() + 2) * row);
  }

  /** Random numbers everywhere, in the border too. */
  MapWindow maps(MapSize size, MapSteps steps, int examples) {
    int blocks = (examples + Kernels.LANES - 1) / Kernels.LANES;
    return new MapWindow(numbers(FRONT + blocks * steps(size).block()), steps, examples);
  }

  MapWindow in(Case some) {
    return maps(some.inSize(), some.inSteps(), some.examples());
  }

  MapWindow out(Case some) {
    return maps(some.outSize(), some.outSteps(), some.examples());
  }

  /** Random numbers, and zeros in examples beyond the batch. */
  MapWindow delta(Case some) {
    MapWindow delta = out(some);
    int whole = some.examples() / Kernels.LANES * some.outSteps().block();
    for (int i = FRONT + whole; i < delta.values().length; i++) {
      boolean beyond = (i - FRONT) % Kernels.LANES >= some.examples() % Kernels.LANES;
      delta.values()[i] = beyond ? 0 : delta.values()[i];
    }
    return delta;
  }

  static List<ConvolutionKernels> convolutions() {
    return kernels().stream().map(Kernels::convolutions).toList();
  }
}
