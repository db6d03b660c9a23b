/** DL4J as it comes, for comparison; nothing here trains for anybody. */
@NullMarked
package dev.winnow.command.bench.dl4j;

import org.jspecify.annotations.NullMarked;
