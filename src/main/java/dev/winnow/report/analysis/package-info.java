/** What training did to the weights, and what masks have in common: pure functions. */
@NamedInterface("analysis")
@NullMarked
package dev.winnow.report.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
