package dev.winnow.architecture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** One layer of a network. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = LayerSpec.Dense.class, name = "dense"))
public sealed interface LayerSpec {
  /** Unique in its network: {@code fc1}. */
  String name();

  /** What this layer learns, in the order in which it is stored. */
  @JsonIgnore
  List<Tensor> tensors();

  /**
   * y = activation(W x + b), with W of shape [outputs, inputs].
   *
   * @param activation {@link Activation#IDENTITY} for the output layer
   */
  record Dense(String name, int inputs, int outputs, Activation activation) implements LayerSpec {
    public Dense {
      if (inputs < 1 || outputs < 1) {
        throw new IllegalArgumentException(
            name + " needs inputs and outputs, has " + inputs + " and " + outputs);
      }
    }

    @Override
    public List<Tensor> tensors() {
      return List.of(
          Tensor.weight(name + ".weight", outputs, inputs), Tensor.bias(name + ".bias", outputs));
    }
  }
}
