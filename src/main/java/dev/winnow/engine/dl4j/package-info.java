/** Networks made of DeepLearning4J's layers; nothing else in Winnow knows DL4J or ND4J. */
@NullMarked
package dev.winnow.engine.dl4j;

import org.jspecify.annotations.NullMarked;
