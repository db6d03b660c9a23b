package dev.winnow.engine.dl4j;

import dev.winnow.network.DropoutDraws;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Dropout by {@link DropoutDraws} in place of DL4J's own generator, whose state is not kept. */
final class DrawnDropout implements IDropout {
  private static final long serialVersionUID = 1;

  private final transient DropoutDraws draws;
  private transient int iteration;
  private transient float[] factors = {};

  DrawnDropout(DropoutDraws draws) {
    this.draws = draws;
  }

  /** Which iteration comes next. */
  void at(int next) {
    iteration = next;
  }

  /** DL4J's own count of iterations does not move. */
  @Override
  public INDArray applyDropout(
      INDArray in, INDArray out, int counted, int epoch, LayerWorkspaceMgr memory) {
    factors = draws.factors(iteration, Math.toIntExact(in.size(0)));
    return out.assign(in).muli(multipliers(in));
  }

  @Override
  public INDArray backprop(INDArray outDelta, INDArray inDelta, int counted, int epoch) {
    return inDelta.assign(outDelta).muli(multipliers(outDelta));
  }

  private INDArray multipliers(INDArray like) {
    return Nd4j.create(factors, like.shape(), 'c').castTo(like.dataType());
  }

  @Override
  public void clear() {
    // What was drawn is small and drawn anew for each batch.
  }

  /** Itself: a network and its configuration share what is told the iteration. */
  @Override
  public IDropout clone() {
    return this;
  }
}
