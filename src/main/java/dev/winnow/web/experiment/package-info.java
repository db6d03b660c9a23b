/** Experiments over HTTP: submit, list, look, cancel, remove and follow. */
@NullMarked
package dev.winnow.web.experiment;

import org.jspecify.annotations.NullMarked;
