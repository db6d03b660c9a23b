package dev.winnow.peer;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Adam over the tensors of a network, of which a mask keeps some. */
interface Learner {
  double RATE = 0.0012;
  double BETA_1 = 0.9;
  double BETA_2 = 0.999;
  double EPSILON = 1e-8;
  double DENSITY = 0.134;

  /** What a network learns with. */
  List<Tensor> tensors();

  /** One update; gradients are masked before and weights after it. */
  void update(Tensor loss);

  /** 1 for what is kept; a bias is kept always. */
  static Tensor mask(Tensor tensor) {
    return tensor.dim() > 1
        ? torch.rand_like(tensor).lt(new Scalar(DENSITY)).toType(torch.ScalarType.Float)
        : torch.ones_like(tensor);
  }
}
