package dev.winnow.report;

import dev.winnow.architecture.ParameterLayout;
import dev.winnow.definition.LayerCount;
import dev.winnow.experiment.RunState;
import dev.winnow.results.RunRecord;
import dev.winnow.results.RunRecord.Divergence;
import dev.winnow.results.RunRecord.Measurement;
import dev.winnow.results.RunRecord.Provenance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one training came to.
 *
 * @param arm id
 * @param density kept ÷ prunable weights, from 0 to 1
 * @param atEarlyStop at the iteration of the lowest validation loss; null if it diverged
 * @param atEnd after the last iteration; null if it diverged
 * @param seconds of training and evaluation
 * @param maskSha256 over one byte, 1 or 0, for each prunable position
 * @param weightsSha256 over the final weights as little-endian floats; null if it diverged
 */
public record RunSummary(
    int round,
    String arm,
    int replicate,
    RunState state,
    double density,
    List<LayerCount> layers,
    @Nullable Measurement atEarlyStop,
    @Nullable Measurement atEnd,
    @Nullable Divergence divergence,
    double seconds,
    Instant finishedAt,
    String maskSha256,
    @Nullable String weightsSha256,
    Provenance provenance) {
  static RunSummary of(RunRecord run, ParameterLayout layout) {
    return new RunSummary(
        run.key().round(),
        run.key().arm(),
        run.key().replicate(),
        run.state(),
        run.density(),
        LayerCount.of(layout, run.kept()),
        run.atEarlyStop(),
        run.atEnd(),
        run.divergence(),
        run.seconds(),
        run.finishedAt(),
        run.maskSha256(),
        run.weightsSha256(),
        run.provenance());
  }
}
