package dev.winnow.engine.dl4j;

import dev.winnow.dataset.Samples;
import dev.winnow.network.PixelReader;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Native memory for a fixed number of images, filled again and again. */
public final class ImageBlock {
  private final PixelReader reader;
  private final float[] staging;
  private final FloatArray block;

  /**
   * @param rows the most images at once
   */
  public ImageBlock(PixelReader reader, int rows) {
    this.reader = reader;
    this.staging = new float[rows * reader.imageSize()];
    this.block = FloatArray.zeros(rows, reader.imageSize());
  }

  /** The block with these images in its first rows; further rows hold what they held before. */
  public INDArray fill(Samples samples, int[] examples) {
    reader.read(samples, examples, staging);
    block.write(staging);
    return block.array();
  }
}
