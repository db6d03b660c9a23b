package dev.winnow.peer;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Adam in place over one vector that all tensors are views of. */
final class FlatAdam implements Learner {
  private final Layout layout;
  private final List<Tensor> tensors = new ArrayList<>();
  private final TensorVector views;
  private final Tensor flat;
  private final Tensor mask;
  private final Tensor gradient;
  private final Tensor mean;
  private final Tensor square;
  private final Tensor root;
  private int steps;

  FlatAdam(Layout layout, List<Tensor> initial) {
    this.layout = layout;
    flat = torch.cat(rows(initial));
    mask = torch.cat(rows(initial.stream().map(Learner::mask).toList()));
    flat.mul_(mask);
    gradient = torch.zeros_like(flat);
    mean = torch.zeros_like(flat);
    // Not 0 where nothing is kept: MKL takes long for the roots of zeros.
    square = torch.ones_like(flat).sub_(mask);
    root = torch.zeros_like(flat);
    long place = 0;
    for (Tensor tensor : initial) {
      Tensor row = flat.narrow(0, place, tensor.numel());
      tensors.add(layout.like(tensor, row).detach().set_requires_grad(true));
      place += tensor.numel();
    }
    views = new TensorVector(tensors.toArray(Tensor[]::new));
  }

  private TensorVector rows(List<Tensor> some) {
    return new TensorVector(some.stream().map(layout::flat).toArray(Tensor[]::new));
  }

  @Override
  public List<Tensor> tensors() {
    return tensors;
  }

  @Override
  public void update(Tensor loss) {
    TensorVector gradients = torch.grad(new TensorVector(loss), views);
    try (NoGradGuard guard = new NoGradGuard()) {
      torch.cat_out(gradient, rows(List.of(gradients.get())));
      steps++;
      double correction = Math.sqrt(1 - Math.pow(BETA_2, steps));
      double rate = RATE * correction / (1 - Math.pow(BETA_1, steps));
      gradient.mul_(mask);
      mean.lerp_(gradient, new Scalar(1 - BETA_1));
      square.mul_(new Scalar(BETA_2)).addcmul_(gradient, gradient, new Scalar(1 - BETA_2));
      torch.sqrt_out(root, square).add_(new Scalar(EPSILON * correction));
      flat.addcdiv_(mean, root, new Scalar(-rate));
      flat.mul_(mask);
    }
  }
}
