/** Masks as bytes: the compact form of the store, and the files that a researcher downloads. */
@NamedInterface("codec")
@NullMarked
package dev.winnow.lottery.codec;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
