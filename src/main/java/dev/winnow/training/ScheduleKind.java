package dev.winnow.training;

import dev.winnow.catalog.Named;

/** A schedule of the learning rate as a researcher picks it; {@link Schedule} computes it. */
public interface ScheduleKind extends Named {}
