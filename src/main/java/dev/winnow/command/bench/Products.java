package dev.winnow.command.bench;

import dev.winnow.command.bench.contender.MatrixProduct;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The products of a dense LeNet iteration, and a large square one that shows the core's peak. */
final class Products {
  static final String PEAK_NAME = "peak";

  static final MatrixProduct PEAK = new MatrixProduct(1024, 1024, 1024, false, false);

  static final Map<String, MatrixProduct> ALL = all();

  private Products() {}

  private static Map<String, MatrixProduct> all() {
    Map<String, MatrixProduct> products = new LinkedHashMap<>();
    products.put(PEAK_NAME, PEAK);
    products.put("fc1-forward", new MatrixProduct(PaperRounds.BATCH, 784, 300, false, false));
    products.put("fc1-weights", new MatrixProduct(784, PaperRounds.BATCH, 300, true, false));
    products.put("fc2-forward", new MatrixProduct(PaperRounds.BATCH, 300, 100, false, false));
    products.put("fc2-weights", new MatrixProduct(300, PaperRounds.BATCH, 100, true, false));
    products.put("fc2-inputs", new MatrixProduct(PaperRounds.BATCH, 100, 300, false, true));
    return products;
  }

  /**
   * @throws IllegalArgumentException if there is none of that name
   */
  static MatrixProduct get(String name) {
    return Optional.ofNullable(ALL.get(name))
        .orElseThrow(() -> new IllegalArgumentException("There is no product \"" + name + "\""));
  }
}
