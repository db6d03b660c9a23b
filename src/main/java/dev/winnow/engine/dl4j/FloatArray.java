package dev.winnow.engine.dl4j;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An ND4J array of floats, read and written as a whole by one copy. */
final class FloatArray {
  private final INDArray array;
  private final FloatBuffer memory;

  /**
   * @param array of type FLOAT, contiguous, row-major or a vector
   * @throws IllegalArgumentException if it is column-major: its memory would be read transposed
   */
  FloatArray(INDArray array) {
    if (array.ordering() != 'c' && !array.isVector()) {
      throw new IllegalArgumentException("The array is column-major");
    }
    this.array = array;
    this.memory = array.data().asNioFloat().slice();
  }

  static FloatArray zeros(long rows, long columns) {
    return new FloatArray(Nd4j.zeros(rows, columns));
  }

  INDArray array() {
    return array;
  }

  /** Fills {@code target} from the beginning of this array. */
  void read(float[] target) {
    Nd4j.getAffinityManager().ensureLocation(array, Location.HOST);
    memory.get(0, target);
  }

  /** Writes all of {@code values} to the beginning of this array. */
  void write(float[] values) {
    memory.put(0, values);
    Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
  }
}
