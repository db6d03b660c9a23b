package dev.winnow.kernels;

/**
 * Maps that are added to others, pixel by pixel.
 *
 * @param relu whether a ReLU follows the sum
 */
public record MapAddend(MapWindow maps, boolean relu) {}
