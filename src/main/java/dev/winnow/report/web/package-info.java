/** Reports over HTTP: as JSON, as a table and as files. */
@NullMarked
package dev.winnow.report.web;

import org.jspecify.annotations.NullMarked;
