/** The command {@code check-reproduction}: an experiment's figures against the paper's. */
@NamedInterface("reproduction")
@NullMarked
package dev.winnow.command.reproduction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
