package dev.winnow.network.pure;

/**
 * How large a network is.
 *
 * @param values of all layers
 * @param classes numbers that the output layer gives
 * @param batch examples that it learns at once
 */
record NetworkSizes(int values, int classes, int batch) {}
