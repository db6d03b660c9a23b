package dev.winnow.engine.dl4j;

import dev.winnow.dataset.Samples;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Native memory for the one-hot labels of a batch, filled again and again. */
public final class LabelBlock {
  private final int classes;
  private final float[] staging;
  private final FloatArray block;

  public LabelBlock(int rows, int classes) {
    this.classes = classes;
    this.staging = new float[rows * classes];
    this.block = FloatArray.zeros(rows, classes);
  }

  /** The block with these examples' labels. */
  public INDArray fill(Samples samples, int[] examples) {
    Arrays.fill(staging, 0);
    for (int row = 0; row < examples.length; row++) {
      staging[row * classes + samples.label(examples[row])] = 1;
    }
    block.write(staging);
    return block.array();
  }
}
