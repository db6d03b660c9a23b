package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Named;
import java.util.List;

/** A family of networks: given the data's size, a list of layers. */
public interface Architecture extends Named {
  /**
   * The layers from input to output; the last one is the output layer, whose values go through a
   * softmax into the cross-entropy.
   *
   * @param image what the network reads
   * @param classes numbers that the output layer gives
   * @param choice the architecture's own parameters
   * @throws dev.winnow.catalog.InvalidValue if there is no such network for these images; its place
   *     is one in the choice
   */
  List<LayerSpec> layers(ImageShape image, int classes, Choice choice);
}
