/** Masks and weights as bytes: the compact form of the store, and files to download. */
@NamedInterface("codec")
@NullMarked
package dev.winnow.lottery.codec;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
