/** Reports over HTTP: as JSON, as a table and as files. */
@NullMarked
package dev.winnow.web.report;

import org.jspecify.annotations.NullMarked;
