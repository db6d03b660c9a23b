package dev.winnow.dataset;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The images of a data set that was published as four gzipped IDX files: training images, training
 * labels, test images, test labels.
 */
final class IdxImages {
  private final Dataset dataset;
  private final PublishedFiles files;

  /**
   * @param dataset says how many images of which shape and classes the files must hold
   * @param files four, in the order above
   */
  IdxImages(Dataset dataset, PublishedFiles files) {
    this.dataset = dataset;
    this.files = files;
  }

  /** As {@link Dataset#source}: the checksum of the files, so that a touched file is no new one. */
  String source() {
    files.fetchMissing();
    return files.checksum();
  }

  /** As {@link Dataset#read}. */
  Images read() {
    files.fetchMissing();
    files.reportDifferences();
    return Images.of(
        samples(files.path(0), files.path(1), dataset.trainingExamples()),
        samples(files.path(2), files.path(3), dataset.testExamples()));
  }

  private Samples samples(Path images, Path labels, int size) {
    Shape shape = dataset.shape();
    byte[] pixels = new IdxFile(images, size, shape.height(), shape.width()).read();
    byte[] numbers = new IdxFile(labels, size).read();
    for (int example = 0; example < size; example++) {
      check(labels, example, Byte.toUnsignedInt(numbers[example]));
    }
    return new Samples(shape, size, ByteBuffer.wrap(pixels), ByteBuffer.wrap(numbers));
  }

  private void check(Path labels, int example, int label) {
    if (label >= dataset.classes()) {
      throw new DatasetUnavailable(
          "%s: label %d must be from 0 to %d, is %d"
              .formatted(labels, example, dataset.classes() - 1, label));
    }
  }
}
