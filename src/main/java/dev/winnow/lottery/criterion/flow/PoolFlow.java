package dev.winnow.lottery.criterion.flow;

import dev.winnow.architecture.LayerSpec;
import java.util.Arrays;

/** Pooling: nothing is learned here. */
final class PoolFlow {
  private PoolFlow() {}

  /** Passes on the first of the largest. */
  static FlowLayer largest(LayerSpec.MaxPool spec) {
    return new FlowLayer() {
      @Override
      public double[] forward(double[] in) {
        return Arrays.stream(places(in)).mapToDouble(place -> in[place]).toArray();
      }

      @Override
      public double[] backward(double[] in, double[] delta) {
        double[] inDelta = new double[in.length];
        int[] places = places(in);
        for (int i = 0; i < places.length; i++) {
          inDelta[places[i]] = delta[i];
        }
        return inDelta;
      }

      private int[] places(double[] in) {
        int width = spec.width();
        int[] places = new int[spec.channels() * (spec.height() / 2) * (width / 2)];
        int next = 0;
        for (int channel = 0; channel < spec.channels(); channel++) {
          for (int y = 0; y + 1 < spec.height(); y += 2) {
            for (int x = 0; x + 1 < width; x += 2) {
              int corner = (channel * spec.height() + y) * width + x;
              int best = corner;
              for (int other : new int[] {corner + 1, corner + width, corner + width + 1}) {
                best = in[other] > in[best] ? other : best;
              }
              places[next++] = best;
            }
          }
        }
        return places;
      }
    };
  }

  static FlowLayer mean(LayerSpec.AveragePool spec) {
    int area = spec.height() * spec.width();
    return new FlowLayer() {
      @Override
      public double[] forward(double[] in) {
        double[] out = new double[spec.channels()];
        for (int i = 0; i < in.length; i++) {
          out[i / area] += in[i] / area;
        }
        return out;
      }

      @Override
      public double[] backward(double[] in, double[] delta) {
        double[] inDelta = new double[in.length];
        Arrays.setAll(inDelta, i -> delta[i / area] / area);
        return inDelta;
      }
    };
  }
}
