package dev.winnow.dataset;

/**
 * A file as its authors published it.
 *
 * @param name without a folder
 * @param size in bytes
 * @param sha256 in lower-case hex
 */
record PublishedFile(String name, long size, String sha256) {}
