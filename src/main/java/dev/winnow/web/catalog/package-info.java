/** The catalog over HTTP: everything that a definition can name, and its fields. */
@NullMarked
package dev.winnow.web.catalog;

import org.jspecify.annotations.NullMarked;
