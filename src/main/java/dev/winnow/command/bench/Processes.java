package dev.winnow.command.bench;

import dev.winnow.dataset.Normalisation;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where contenders of ours run; what each keeps of the images would be too much for one.
 *
 * @param lenet what LeNet does, and all that has no place of its own
 * @param networks the networks of convolutions
 * @param second one like LeNet's on another core, where there is one
 */
record Processes(Map<Normalisation, Runner> lenet, Runner networks, Optional<Runner> second) {
  Runner lenet(Normalisation normalisation) {
    return Objects.requireNonNull(lenet.get(normalisation));
  }

  Runner first() {
    return lenet(Normalisation.MEAN_STD);
  }
}
