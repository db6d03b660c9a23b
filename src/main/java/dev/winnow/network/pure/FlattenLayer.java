package dev.winnow.network.pure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From {@link Maps} to the {@link Columns} of fully connected layers; units are in the order
 * channel, row, column.
 */
record FlattenLayer(Maps maps) implements Layer {
  @Override
  public int size(int examples) {
    return Columns.size(maps.channels() * maps.height() * maps.width(), examples);
  }

  @Override
  public void forward(float[] in, float[] out, int examples) {
    int stride = Columns.stride(examples);
    int area = maps.height() * maps.width();
    for (int pixel = 0; pixel < area; pixel++) {
      int from = maps.at(pixel / maps.width(), pixel % maps.width(), examples);
      for (int channel = 0; channel < maps.channels(); channel++) {
        int to = Columns.row(channel * area + pixel, stride);
        for (int e = 0; e < examples; e++) {
          out[to + e] = in[from + e * maps.step() + channel];
        }
      }
    }
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] delta, float @Nullable [] inDelta, int examples) {
    if (inDelta == null) {
      return;
    }
    int stride = Columns.stride(examples);
    int area = maps.height() * maps.width();
    Arrays.fill(inDelta, 0);
    for (int pixel = 0; pixel < area; pixel++) {
      int to = maps.at(pixel / maps.width(), pixel % maps.width(), examples);
      for (int channel = 0; channel < maps.channels(); channel++) {
        int from = Columns.row(channel * area + pixel, stride);
        for (int e = 0; e < examples; e++) {
          inDelta[to + e * maps.step() + channel] = delta[from + e];
        }
      }
    }
  }

  @Override
  public List<Parameters> parameters() {
    return List.of();
  }
}
