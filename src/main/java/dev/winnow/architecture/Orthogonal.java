package dev.winnow.architecture;

import dev.winnow.catalog.Choice;
import dev.winnow.catalog.Domain.Decimals;
import dev.winnow.catalog.Parameter;
import dev.winnow.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.springframework.stereotype.Component;

/**
 * Orthogonal initialisation (Saxe et al. 2014): the weight as a matrix [outputs, all the rest] has
 * orthogonal rows of length {@code gain}, or columns if it is higher than wide. Drawn from all such
 * matrices alike: a Gaussian one by Gram and Schmidt, each vector freed of all before it in turn.
 */
@Component
final class Orthogonal implements Initialisation {
  @Override
  public String name() {
    return "orthogonal";
  }

  @Override
  public String summary() {
    return "Rows, or columns where there are fewer of them, at right angles and of one length";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.decimal("gain", "Length of each of them", "1", Decimals.above("0", "100")));
  }

  @Override
  public DoubleSupplier values(TensorSpec tensor, Choice choice, RandomStream random) {
    int rows = tensor.shape().get(0);
    int columns = tensor.size() / rows;
    boolean wide = rows <= columns;
    double[][] vectors = vectors(Math.min(rows, columns), Math.max(rows, columns), random);
    double gain = choice.decimal("gain").doubleValue();
    return new DoubleSupplier() {
      private int next;

      @Override
      public double getAsDouble() {
        int row = next / columns;
        int column = next++ % columns;
        return gain * (wide ? vectors[row][column] : vectors[column][row]);
      }
    };
  }

  private static double[][] vectors(int count, int length, RandomStream random) {
    double[][] vectors = new double[count][length];
    for (double[] vector : vectors) {
      Arrays.setAll(vector, i -> random.nextGaussian());
    }
    for (int i = 0; i < count; i++) {
      scale(vectors[i], 1 / StrictMath.sqrt(product(vectors[i], vectors[i])));
      for (int j = i + 1; j < count; j++) {
        subtract(vectors[i], product(vectors[i], vectors[j]), vectors[j]);
      }
    }
    return vectors;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static void subtract(double[] vector, double factor, double[] from) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= factor * vector[i];
    }
  }
}
