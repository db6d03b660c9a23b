package dev.winnow.lottery.codec;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.architecture.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Weights as a file that other programs read. The bytes are a function of the weights alone. */
public final class WeightsFile {
  private WeightsFile() {}

  /**
   * Writes a NumPy archive: for each tensor, biases too, in the order of the layout, one array of
   * single precision of the tensor's name and shape. Holds one tensor at a time in memory.
   */
  public static void writeNpz(Weights weights, OutputStream target) throws IOException {
    NumPyArchive archive = new NumPyArchive(target);
    for (ParameterLayout.Place place : weights.layout().places()) {
      ByteBuffer values =
          ByteBuffer.allocate(Math.multiplyExact(place.tensor().size(), Float.BYTES))
              .order(ByteOrder.LITTLE_ENDIAN);
      for (int i = place.offset(); i < place.end(); i++) {
        values.putFloat(weights.value(i));
      }
      archive.add(place.tensor().name(), "<f4", place.tensor().shape(), values.array());
    }
    archive.finish();
  }
}
