package dev.winnow.dataset;

/** A data set whose files can be fetched: one that {@code winnow.download.mirrors} may name. */
interface Fetched {
  PublishedFiles files();
}
