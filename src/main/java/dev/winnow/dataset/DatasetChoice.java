package dev.winnow.dataset;

/**
 * The data of an experiment.
 *
 * @param name an entry of {@link Datasets}
 * @param validation how many training examples are set aside for validation
 * @param normalisation how a pixel becomes a number
 */
public record DatasetChoice(String name, int validation, Normalisation normalisation) {}
