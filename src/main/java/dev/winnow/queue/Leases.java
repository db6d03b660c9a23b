package dev.winnow.queue;

import java.util.Optional;

/**
 * Keeps the results of a worker that lost its work, perhaps without noticing, from being stored.
 */
public interface Leases {
  /**
   * Makes sure that the caller's transaction commits only if the lease holds until then: nobody can
   * take the work away in between.
   *
   * @throws LeaseLost if the work has been withdrawn or given away
   * @throws IllegalStateException if there is no transaction
   */
  void fence(Lease lease);

  /** Whether the lease holds just now; cheap, and no promise for a moment later. */
  boolean held(Lease lease);

  /**
   * Stores what the holder does just now, for {@link Workers}.
   *
   * @param activity a JSON value
   * @throws LeaseLost if the work has been withdrawn or given away
   */
  void describe(Lease lease, String activity);

  /**
   * Has the failures before forgotten, since the work has come further: should this attempt fail
   * too, the next follows as soon as after a first failure. The caller's transaction has fenced the
   * lease.
   */
  void progressed(Lease lease);

  /**
   * Tells with which numeric signature the lease's worker computes. Work that needs another is not
   * given to this worker again. The caller's transaction has fenced the lease.
   *
   * @param needed the one that the work must go on with; empty if any will do
   */
  void sign(Lease lease, String ofWorker, Optional<String> needed);
}
