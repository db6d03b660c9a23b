package dev.winnow.kernels;

/**
 * What {@link Winograd} does beside products of matrices, for the {@link MapTiles#TOGETHER} tiles
 * of a group. Transformed tiles stand in the order [position][channel][tile][example], see {@link
 * Winograd#at}; positions are those of a matrix of 4 × 4, row after row. Every transform goes down
 * the columns first, then along the rows, and adds from left to right as it is written here.
 *
 * <pre>
 *      | 1  0 -1  0 |        | 1  0  0 |
 * Bᵀ = | 0  1  1  0 |    G = | ½  ½  ½ |    Aᵀ = | 1  1  1  0 |
 *      | 0 -1  1  0 |        | ½ -½  ½ |         | 0  1 -1 -1 |
 *      | 0  1  0 -1 |        | 0  0  1 |
 * </pre>
 */
public interface WinogradTransforms {
  /**
   * {@code G g Gᵀ}, where ½ multiplies {@code (g0 + g2) ± g1}.
   *
   * @param weights in the order [ky][kx][o][i]
   * @param to receives for each position [o][i], see {@link Winograd#filter}
   */
  void filters(WinogradShape shape, float[] weights, float[] to);

  /** {@code Bᵀ d B} of the 4 × 4 pixels around each tile; 0 for tiles that do not exist. */
  void inputs(MapTiles tiles, float[] to);

  /** {@code Aᵀ m A}, then the bias. */
  void outputs(float[] from, Epilogue epilogue, MapTiles tiles);

  /** {@code A δ Aᵀ} of each tile's 2 × 2 pixels; 0 for tiles that do not exist. */
  void slopes(MapTiles tiles, float[] to);

  /**
   * {@code Gᵀ u G}, where the rows of {@code Gᵀ u} are {@code u0 + ½(u1 + u2)}, {@code ½(u1 − u2)}
   * and {@code ½(u1 + u2) + u3}.
   *
   * @param from for each position [o][i], see {@link Winograd#filter}
   * @param gradient in the order [ky][kx][o][i]
   */
  void gradient(WinogradShape shape, float[] from, float[] gradient);
}
