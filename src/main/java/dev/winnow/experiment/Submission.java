package dev.winnow.experiment;

/**
 * What a submission came to.
 *
 * @param experiment its id
 * @param repeated whether it was made before, under the same key
 */
public record Submission(long experiment, boolean repeated) {}
