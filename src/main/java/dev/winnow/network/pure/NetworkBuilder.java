package dev.winnow.network.pure;

import dev.winnow.architecture.Activation;
import dev.winnow.architecture.LayerSpec;
import dev.winnow.architecture.LayerVisitor;
import dev.winnow.architecture.ResidualBlock;
import dev.winnow.architecture.TensorSpec;
import dev.winnow.dataset.Samples;
import dev.winnow.kernels.Kernels;
import dev.winnow.network.DropoutDraws;
import dev.winnow.network.PixelReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One network, put together layer by layer from input to output. */
final class NetworkBuilder implements LayerVisitor<NetworkBuilder> {
  private final Kernels kernels;
  private final PixelReader reader;
  private final Optional<SparseImagesCache> sparseImages;
  private final TicketParameters ticket;
  private final long seed;
  private final SparseLayers sparseLayers;
  private final ScratchArrays scratch = new ScratchArrays();
  private List<Layer> others = new ArrayList<>();
  private Optional<InputLayer> first = Optional.empty();
  private Optional<FeatureMaps> maps = Optional.empty();
  private int offset;
  private int weights;
  private int sparse;
  private int classes;

  NetworkBuilder(
      Kernels kernels,
      PixelReader reader,
      Optional<SparseImagesCache> sparseImages,
      SparseLayers sparseLayers,
      long seed) {
    this.kernels = kernels;
    this.reader = reader;
    this.sparseImages = sparseImages;
    this.ticket = sparseLayers.parameters();
    this.sparseLayers = sparseLayers;
    this.seed = seed;
  }

  /**
   * @throws IllegalArgumentException if the layer cannot stand where it does
   */
  void add(LayerSpec spec) {
    spec.accept(this);
  }

  /** Goes on to the values of the next layer. */
  private NetworkBuilder after(LayerSpec spec) {
    offset += spec.tensors().stream().mapToInt(TensorSpec::size).sum();
    return this;
  }

  private FeatureMaps mapsBelow(LayerSpec spec) {
    return maps.orElseThrow(() -> unknown(spec));
  }

  @Override
  public NetworkBuilder maxPool(LayerSpec.MaxPool spec) {
    others.add(new MaxPoolLayer(kernels.pools(), mapsBelow(spec)));
    maps = maps.map(FeatureMaps::pooled);
    return after(spec);
  }

  @Override
  public NetworkBuilder averagePool(LayerSpec.AveragePool spec) {
    AveragePoolLayer pool = new AveragePoolLayer(mapsBelow(spec));
    others.add(pool);
    maps = Optional.of(pool.out());
    return after(spec);
  }

  @Override
  public NetworkBuilder convolution(LayerSpec.Convolution spec) {
    boolean seesTooFar = spec.padding() > FeatureMaps.BORDER;
    if (seesTooFar || (first.isPresent() && !maps.equals(Optional.of(FeatureMaps.into(spec))))) {
      throw unknown(spec);
    }
    Convolution convolution = Convolution.of(kernels, spec, ticket.plan().plan().path());
    ConvolutionLayer layer =
        new ConvolutionLayer(kernels, spec, convolution, convolution.parameters(ticket, offset));
    if (first.isEmpty()) {
      first = Optional.of(new ConvolutionInput(reader, layer, FeatureMaps.into(spec)));
    } else {
      others.add(layer);
    }
    maps = Optional.of(FeatureMaps.outOf(spec));
    weights++;
    return after(spec);
  }

  @Override
  public NetworkBuilder residual(ResidualBlock spec) {
    if (first.isEmpty() || maps.isEmpty()) {
      throw unknown(spec);
    }
    Optional<FeatureMaps> in = maps;
    List<Layer> branch = within(spec.branch());
    Optional<FeatureMaps> out = maps;
    maps = in;
    List<Layer> shortcut = within(spec.shortcut());
    if (out.isEmpty() || !maps.equals(out)) {
      throw unknown(spec);
    }
    others.add(
        new ResidualLayer(
            kernels,
            out.get(),
            spec.activation() == Activation.RELU,
            chain(in.get(), branch),
            spec.shortcut().isEmpty() ? Optional.empty() : Optional.of(chain(in.get(), shortcut))));
    return this;
  }

  private LayerChain chain(FeatureMaps in, List<Layer> layers) {
    return new LayerChain(in, layers, ticket.plan().plan().batchSize(), scratch);
  }

  private List<Layer> within(List<LayerSpec> specs) {
    List<Layer> outside = others;
    others = new ArrayList<>();
    specs.forEach(this::add);
    List<Layer> inside = others;
    others = outside;
    return inside;
  }

  @Override
  public NetworkBuilder batchNorm(LayerSpec.BatchNorm spec) {
    FeatureMaps own = FeatureMaps.of(spec);
    if (maps.isEmpty() && own.equals(new FeatureMaps(classes, 1, 1))) {
      others.add(UnflattenLayer.to(own));
      maps = Optional.of(own);
    }
    if (!maps.equals(Optional.of(own))) {
      throw unknown(spec);
    }
    NormParameters parameters = NormParameters.of(spec, ticket, offset);
    others.add(new BatchNormLayer(kernels, spec, parameters));
    return after(spec);
  }

  @Override
  public NetworkBuilder dropout(LayerSpec.Dropout spec) {
    FeatureMaps own = new FeatureMaps(spec.channels(), spec.height(), spec.width());
    if (first.isEmpty() || !maps.orElse(new FeatureMaps(classes, 1, 1)).equals(own)) {
      throw unknown(spec);
    }
    others.add(new DropoutLayer(DropoutDraws.of(spec, seed), maps));
    return after(spec);
  }

  @Override
  public NetworkBuilder dense(LayerSpec.Dense spec) {
    LayerWeights dense = new LayerWeights(DenseShape.of(spec), ticket, weights, offset);
    Optional<KeptWeights> kept = sparseLayers.kept(offset);
    if (first.isEmpty()) {
      first = Optional.of(input(dense, kept));
    } else {
      maps.ifPresent(some -> others.add(new FlattenLayer(some)));
      others.add(layer(dense, kept));
    }
    maps = Optional.empty();
    weights++;
    sparse += kept.isPresent() ? 1 : 0;
    classes = spec.outputs();
    return after(spec);
  }

  private InputLayer input(LayerWeights dense, Optional<KeptWeights> kept) {
    int[] all = IntStream.range(0, dense.shape().inputs()).toArray();
    if (sparseImages.isPresent()) {
      float background = sparseImages.get().background();
      SparseInputLayer input =
          kept.<SparseInputLayer>map(some -> new SparseInputSparseLayer(kernels, background, some))
              .orElseGet(
                  () ->
                      new SparseInputDenseLayer(
                          kernels, dense.shape(), background, dense.weightsByInput()));
      return new SparseInput(sparseImages.get(), input);
    }
    int[] pixels = kept.map(KeptWeights::used).orElse(all);
    return new PixelInput(reader, layer(dense, kept), pixels);
  }

  private Layer layer(LayerWeights dense, Optional<KeptWeights> kept) {
    return kept.<Layer>map(some -> new SparseLayer(kernels, some))
        .orElseGet(() -> new DenseLayer(kernels, dense.shape(), dense.weightsByOutput()));
  }

  /**
   * What was added; the last layer gives the logits.
   *
   * @throws IllegalArgumentException if that is not a fully connected layer
   */
  PureNetwork network(Samples training) {
    if (maps.isPresent()) {
      throw new IllegalArgumentException(
          "The last layer must be fully connected, gives " + maps.get());
    }
    String path = sparse == 0 ? "dense" : sparse == weights ? "sparse" : "mixed";
    NetworkSizes sizes = new NetworkSizes(offset, classes, ticket.plan().plan().batchSize());
    return new PureNetwork(path, first.orElseThrow(), others, sizes, training);
  }

  private static IllegalArgumentException unknown(LayerSpec spec) {
    return new IllegalArgumentException(
        "This engine cannot place "
            + spec
            + " there: convolutions of 1 × 1 or 3 × 3 come first, pooling after them, then fully"
            + " connected layers; batch normalisation has the shape of the layer before it, and"
            + " both ways through a residual block end in the same shape");
  }
}
