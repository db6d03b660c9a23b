package dev.winnow.dataset;

import java.nio.file.Path;

/**
 * A data set of this server's own.
 *
 * @param path a file {@code *.npz} as {@link NpzImages} reads it, or a folder as {@link
 *     ImageFolder} does
 */
public record OwnData(Path path) {}
