package dev.winnow.peer;

import java.util.List;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** The library's own Adam, and one mask for each tensor of weights. */
final class LibraryAdam implements Learner {
  private final List<Tensor> tensors;
  private final List<Tensor> masks;
  private final Adam adam;

  LibraryAdam(Layout layout, List<Tensor> initial) {
    masks = initial.stream().map(Learner::mask).map(layout::of).toList();
    tensors = initial.stream().map(layout::of).toList();
    for (int i = 0; i < masks.size(); i++) {
      tensors.get(i).mul_(masks.get(i));
    }
    tensors.forEach(tensor -> tensor.set_requires_grad(true));
    AdamOptions options = new AdamOptions(RATE);
    options.betas().put(0, BETA_1).put(1, BETA_2);
    options.eps().put(EPSILON);
    adam = new Adam(new TensorVector(tensors.toArray(Tensor[]::new)), options);
  }

  @Override
  public List<Tensor> tensors() {
    return tensors;
  }

  @Override
  public void update(Tensor loss) {
    adam.zero_grad();
    loss.backward();
    try (NoGradGuard guard = new NoGradGuard()) {
      for (int i = 0; i < masks.size(); i++) {
        if (tensors.get(i).dim() > 1) {
          tensors.get(i).grad().mul_(masks.get(i));
        }
      }
      adam.step();
      for (int i = 0; i < masks.size(); i++) {
        if (tensors.get(i).dim() > 1) {
          tensors.get(i).mul_(masks.get(i));
        }
      }
    }
  }
}
