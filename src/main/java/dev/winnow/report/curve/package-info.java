/** The lottery ticket curves of an experiment: means over its trials, by arm and round. */
@NamedInterface("curve")
@NullMarked
package dev.winnow.report.curve;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
