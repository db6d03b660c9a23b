package dev.winnow.architecture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One layer of a network. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LayerSpec.Dense.class, name = "dense"),
  @JsonSubTypes.Type(value = LayerSpec.Convolution.class, name = "convolution"),
  @JsonSubTypes.Type(value = LayerSpec.MaxPool.class, name = "max-pool"),
  @JsonSubTypes.Type(value = LayerSpec.AveragePool.class, name = "average-pool"),
  @JsonSubTypes.Type(value = LayerSpec.BatchNorm.class, name = "batch-norm"),
  @JsonSubTypes.Type(value = LayerSpec.Dropout.class, name = "dropout"),
  @JsonSubTypes.Type(value = ResidualBlock.class, name = "residual")
})
public sealed interface LayerSpec
    permits LayerSpec.Dense,
        LayerSpec.Convolution,
        LayerSpec.MaxPool,
        LayerSpec.AveragePool,
        LayerSpec.BatchNorm,
        LayerSpec.Dropout,
        ResidualBlock {
  /** Unique in its network: {@code fc1}. */
  String name();

  /** Has the visitor's method for this kind of layer answer. */
  <R> R accept(LayerVisitor<R> visitor);

  /** The layer if it is fully connected. */
  default Optional<Dense> dense() {
    return Optional.empty();
  }

  /** What this layer learns or keeps count of, in the order in which it is stored. */
  @JsonIgnore
  default List<TensorSpec> tensors() {
    return List.of();
  }

  /** The layer itself, or the layers that it is made of, in the order of their tensors. */
  default Stream<LayerSpec> parts() {
    return Stream.of(this);
  }

  /** The same layer with each dropout in it switched off. */
  default LayerSpec keepingAll() {
    return this;
  }

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
    public List<TensorSpec> tensors() {
      return List.of(
          TensorSpec.weight(name + ".weight", outputs, inputs),
          TensorSpec.bias(name + ".bias", outputs));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.dense(this);
    }

    @Override
    public Optional<Dense> dense() {
      return Optional.of(this);
    }
  }

  /**
   * Maps from maps of {@code height × width}: each pixel is activation(Σ w · x + b) over all
   * channels of the {@code kernel × kernel} pixels around it, with zeros beyond the edge. W has
   * shape [outChannels, inChannels, kernel, kernel].
   *
   * @param kernel odd
   * @param height of the maps that go in
   * @param width of the maps that go in
   * @param stride pixels from one that is computed to the next, from the first row and column on
   */
  record Convolution(
      String name,
      int inChannels,
      int outChannels,
      int kernel,
      int height,
      int width,
      int stride,
      Activation activation)
      implements LayerSpec {
    public Convolution {
      if (inChannels < 1 || outChannels < 1 || height < 1 || width < 1) {
        throw new IllegalArgumentException(
            "%s needs channels and pixels, has %d to %d of %d × %d"
                .formatted(name, inChannels, outChannels, height, width));
      }
      if (kernel < 1 || kernel % 2 == 0 || stride < 1) {
        throw new IllegalArgumentException(
            "%s needs an odd kernel and a stride from 1, has %d and %d"
                .formatted(name, kernel, stride));
      }
    }

    /** Zeros beyond each edge, so that maps keep their size at a stride of 1. */
    public int padding() {
      return kernel / 2;
    }

    /** Rows of the maps that come out. */
    public int outHeight() {
      return (height + stride - 1) / stride;
    }

    /** Columns of the maps that come out. */
    public int outWidth() {
      return (width + stride - 1) / stride;
    }

    @Override
    public List<TensorSpec> tensors() {
      return List.of(
          TensorSpec.kernels(name + ".weight", outChannels, inChannels, kernel),
          TensorSpec.bias(name + ".bias", outChannels));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.convolution(this);
    }
  }

  /**
   * The largest of each 2 × 2 pixels, without overlap; a last odd row or column is dropped.
   *
   * @param height of the maps that go in
   * @param width of the maps that go in
   */
  record MaxPool(String name, int channels, int height, int width) implements LayerSpec {
    public MaxPool {
      if (channels < 1 || height < 2 || width < 2) {
        throw new IllegalArgumentException(
            "%s needs channels of at least 2 × 2 pixels, has %d of %d × %d"
                .formatted(name, channels, height, width));
      }
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.maxPool(this);
    }
  }

  /**
   * The mean over all pixels of each channel: maps of 1 × 1.
   *
   * @param height of the maps that go in
   * @param width of the maps that go in
   */
  record AveragePool(String name, int channels, int height, int width) implements LayerSpec {
    public AveragePool {
      new ImageShape(channels, height, width).requirePixels(name);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.averagePool(this);
    }
  }

  /**
   * Batch normalisation (Ioffe and Szegedy 2015, algorithm 1) of each channel: activation(γ (x − μ)
   * ÷ √(σ² + {@link #EPSILON}) + β). In training μ and σ² are mean and variance (÷ n) over all
   * pixels and examples of the batch; after each batch, running = {@link #DECAY} · running + (1 −
   * {@link #DECAY}) · batch. Everywhere else μ and σ² are the running ones. Those are stored and
   * rewound with γ and β; none of the four is ever pruned or decays.
   *
   * @param channels or units, after a fully connected layer
   * @param height of the maps; 1 after a fully connected layer
   * @param width of the maps; 1 after a fully connected layer
   */
  record BatchNorm(String name, int channels, int height, int width, Activation activation)
      implements LayerSpec {
    public static final double EPSILON = 1e-5;

    public static final double DECAY = 0.9;

    public BatchNorm {
      new ImageShape(channels, height, width).requirePixels(name);
    }

    @Override
    public List<TensorSpec> tensors() {
      return List.of(
          TensorSpec.perChannel(name + ".weight", channels, 1),
          TensorSpec.perChannel(name + ".bias", channels, 0),
          TensorSpec.perChannel(name + ".running_mean", channels, 0),
          TensorSpec.perChannel(name + ".running_var", channels, 1));
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.batchNorm(this);
    }
  }

  /**
   * In training each number becomes 0 with a probability of {@code rate}, and else is divided by 1
   * − rate (Srivastava et al. 2014); everywhere else nothing changes.
   *
   * @param channels or units, after a fully connected layer; height and width are then 1
   * @param rate from 0 to less than 1
   */
  record Dropout(String name, int channels, int height, int width, BigDecimal rate)
      implements LayerSpec {
    public Dropout {
      new ImageShape(channels, height, width).requirePixels(name);
      if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
        throw new IllegalArgumentException(
            name + " needs a rate from 0 to less than 1, has " + rate.toPlainString());
      }
    }

    @Override
    public LayerSpec keepingAll() {
      return new Dropout(name, channels, height, width, BigDecimal.ZERO);
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
      return visitor.dropout(this);
    }
  }
}
