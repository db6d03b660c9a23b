package dev.winnow.results;

/**
 * What the {@link RunRecord.Provenance} of a run takes from its worker: all but its path.
 *
 * @param signature numeric signature of the worker
 * @param jvm name and version of the Java that trained
 * @param commit of the code, or "unknown"
 * @param dataChecksum SHA-256 in hex of the data
 */
public record WorkerProvenance(String signature, String jvm, String commit, String dataChecksum) {}
