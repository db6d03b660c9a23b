/** Experiments over HTTP: submit, list, look, cancel, remove and follow. */
@NullMarked
package dev.winnow.experiment.web;

import org.jspecify.annotations.NullMarked;
