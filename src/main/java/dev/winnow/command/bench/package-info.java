/** The command {@code bench}: how fast this machine trains, beside what else there is. */
@NamedInterface("bench")
@NullMarked
package dev.winnow.command.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
