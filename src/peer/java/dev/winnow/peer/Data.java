package dev.winnow.peer;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Random images and labels, drawn into a new order for each epoch. */
final class Data {
  private static final int CLASSES = 10;

  private final int batch;
  private final int count;
  private final Tensor images;
  private final Tensor labels;
  private Tensor order;
  private int place;

  /**
   * @param shape of one image
   */
  Data(int batch, int count, Layout layout, long... shape) {
    this.batch = batch;
    this.count = count;
    long[] all = new long[shape.length + 1];
    all[0] = count;
    System.arraycopy(shape, 0, all, 1, shape.length);
    images = layout.of(torch.rand(all));
    labels = torch.randint(CLASSES, new long[] {count}).toType(torch.ScalarType.Long);
    order = torch.randperm(count);
  }

  /** Goes on to the next batch. */
  void next() {
    place += batch;
    if (place + batch > count) {
      place = 0;
      try (PointerScope none = new PointerScope()) {
        order.copy_(torch.randperm(count));
      }
    }
  }

  Tensor images() {
    return images.index_select(0, some());
  }

  Tensor labels() {
    return labels.index_select(0, some());
  }

  private Tensor some() {
    return order.narrow(0, place, batch);
  }
}
