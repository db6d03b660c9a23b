package dev.winnow.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was committed.
 *
 * @param number from 1, without gaps within its experiment
 * @param type {@code experiment}, {@code trial} or {@code run}
 * @param state to which it came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExperimentEvent(
    long number,
    String type,
    Instant at,
    @Nullable Integer trial,
    @Nullable Integer round,
    @Nullable String arm,
    @Nullable Integer replicate,
    String state) {}
