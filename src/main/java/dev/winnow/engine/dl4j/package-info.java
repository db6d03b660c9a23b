/** Networks made of DeepLearning4J's layers; no other trainer in Winnow knows DL4J or ND4J. */
@NamedInterface("dl4j")
@NullMarked
package dev.winnow.engine.dl4j;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
