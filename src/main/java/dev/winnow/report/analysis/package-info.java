/** What training did to the weights, and what masks have in common: pure functions. */
@NullMarked
package dev.winnow.report.analysis;

import org.jspecify.annotations.NullMarked;
