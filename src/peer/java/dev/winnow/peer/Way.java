package dev.winnow.peer;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** One of the ways in which a network can be trained. */
enum Way {
  FIRST_LIBRARY(Layout.CHANNELS_FIRST, false),
  FIRST_FLAT(Layout.CHANNELS_FIRST, true),
  LAST_LIBRARY(Layout.CHANNELS_LAST, false),
  LAST_FLAT(Layout.CHANNELS_LAST, true);

  private final Layout layout;
  private final boolean flat;

  Way(Layout layout, boolean flat) {
    this.layout = layout;
    this.flat = flat;
  }

  /**
   * @throws IllegalArgumentException if none is called so
   */
  static Way of(String words) {
    return Arrays.stream(values())
        .filter(way -> way.words().equals(words))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no path \"" + words + "\""));
  }

  String words() {
    return layout.words() + (flat ? ", flat Adam" : ", torch::optim::Adam");
  }

  Layout layout() {
    return layout;
  }

  Learner learner(List<Tensor> tensors) {
    return flat ? new FlatAdam(layout, tensors) : new LibraryAdam(layout, tensors);
  }
}
