/**
 * The paper's figure drawn from an experiment's curves, as a scalable picture without a library.
 */
@NullMarked
package dev.winnow.report.figure;

import org.jspecify.annotations.NullMarked;
