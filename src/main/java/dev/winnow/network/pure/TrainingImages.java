package dev.winnow.network.pure;

import dev.winnow.dataset.Samples;
import dev.winnow.network.PixelReader;
import java.util.Optional;

/**
 * The images that networks are trained on, and how they are read.
 *
 * @param sparseImages where it pays to read images as sparse rows
 */
public record TrainingImages(
    Samples samples, PixelReader reader, Optional<SparseImagesCache> sparseImages) {}
