package dev.winnow.dataset;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A data set in the form in which MNIST was published, which others took over: ten classes of grey
 * images in four gzipped IDX files. Their order is training images, training labels, test images,
 * test labels.
 */
interface IdxDataset extends Dataset, Fetched {
  Shape SHAPE = new Shape(1, 28, 28);

  @Override
  default Shape shape() {
    return SHAPE;
  }

  @Override
  default int classes() {
    return 10;
  }

  @Override
  default int trainingExamples() {
    return 60_000;
  }

  @Override
  default int testExamples() {
    return 10_000;
  }

  /** The checksum of the files' contents, so that a touched file is no new one. */
  @Override
  default String source() {
    files().fetchMissing();
    return files().checksum();
  }

  @Override
  default Images read() {
    PublishedFiles files = files();
    files.fetchMissing();
    files.reportDifferences();
    return Images.of(
        samples(files.path(0), files.path(1), trainingExamples()),
        samples(files.path(2), files.path(3), testExamples()));
  }

  private Samples samples(Path images, Path labels, int size) {
    Shape shape = shape();
    byte[] pixels = new IdxFile(images, size, shape.height(), shape.width()).read();
    byte[] numbers = new IdxFile(labels, size).read();
    for (int example = 0; example < size; example++) {
      check(labels, example, Byte.toUnsignedInt(numbers[example]));
    }
    return new Samples(shape, size, ByteBuffer.wrap(pixels), ByteBuffer.wrap(numbers));
  }

  private void check(Path labels, int example, int label) {
    if (label >= classes()) {
      throw new DatasetUnavailable(
          "%s: label %d must be from 0 to %d, is %d"
              .formatted(labels, example, classes() - 1, label));
    }
  }
}
