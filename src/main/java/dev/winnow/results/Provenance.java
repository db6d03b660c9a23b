package dev.winnow.results;

/**
 * Where a result comes from.
 *
 * @param signature numeric signature of the worker
 * @param jvm name and version of the Java that trained
 * @param commit of the code, or "unknown"
 * @param dataChecksum SHA-256 in hex of the data
 */
public record Provenance(String signature, String jvm, String commit, String dataChecksum) {}
