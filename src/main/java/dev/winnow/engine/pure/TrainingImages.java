package dev.winnow.engine.pure;

import dev.winnow.dataset.Samples;
import dev.winnow.engine.loop.PixelReader;
import java.util.Optional;

/**
 * The images that networks are trained on, and how they are read.
 *
 * @param ink where it pays to read images as background and ink
 */
public record TrainingImages(Samples samples, PixelReader reader, Optional<InkLibrary> ink) {}
