package dev.winnow.command.bench.dl4j;

import dev.winnow.command.bench.contender.Contender;
import dev.winnow.command.bench.contender.MatrixProduct;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A product of random matrices, straight into a target in column-major order. */
final class NativeProduct implements Contender {
  private final MatrixProduct product;
  private final INDArray left;
  private final INDArray right;
  private final INDArray target;

  NativeProduct(MatrixProduct product) {
    this.product = product;
    this.left = random(product.rows(), product.inner(), product.leftTransposed());
    this.right = random(product.inner(), product.columns(), product.rightTransposed());
    this.target = Nd4j.zeros(new int[] {product.rows(), product.columns()}, 'f');
  }

  private static INDArray random(int rows, int columns, boolean transposed) {
    INDArray values = transposed ? Nd4j.rand(columns, rows) : Nd4j.rand(rows, columns);
    return values.dup('f');
  }

  @Override
  public String path() {
    return "sgemm";
  }

  @Override
  public void step() {
    Nd4j.gemm(left, right, target, product.leftTransposed(), product.rightTransposed(), 1, 0);
  }
}
