package dev.winnow.kernels;

/**
 * The size of a product of matrices, {@code [rows, depth] · [depth, columns]}.
 *
 * @param columns a multiple of {@link Kernels#BLOCK}
 */
public record GemmSize(int rows, int depth, int columns) {}
