package dev.winnow.queue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this process works.
 *
 * @param slots pieces of work side by side, shared out evenly over the pools, at least one for
 *     each; 0 means as many as there are cores
 * @param pools the pools that it serves
 * @param slice how long a piece of work keeps its slot while others wait
 * @param poll how often it looks for work while a slot is free
 * @param watch how often it looks whether its work was taken away
 * @param heartbeat how often it says that it is alive
 * @param missedHeartbeats after how many silent heartbeats its work goes to others. They are looked
 *     for at every second heartbeat, and the work then waits two seconds and for the next poll:
 *     with the defaults another worker has it after 74 seconds at most
 * @param grace how long it waits at shutdown for work to stop at a good place
 * @param admitted how much work of one owner, an experiment's trials, takes turns at once; the same
 *     for all workers of a database
 */
@Validated
@ConfigurationProperties("winnow.worker")
record QueueProperties(
    @DefaultValue("0") @Min(1) @Max(1024) int slots,
    @DefaultValue("cpu") @NotEmpty List<WorkerPool> pools,
    @DefaultValue("2m") @DurationMin(millis = 1) Duration slice,
    @DefaultValue("2s") @DurationMin(millis = 10) Duration poll,
    @DefaultValue("1s") @DurationMin(millis = 10) Duration watch,
    @DefaultValue("10s") @DurationMin(millis = 10) Duration heartbeat,
    @DefaultValue("5") @Min(4) int missedHeartbeats,
    @DefaultValue("5s") @DurationMin(millis = 10) Duration grace,
    @DefaultValue("32") @Min(1) int admitted) {
  QueueProperties {
    slots = slots == 0 ? Runtime.getRuntime().availableProcessors() : slots;
    pools = pools.stream().distinct().toList();
  }

  /** What this pool gets of the slots: an even share, with what is left over for the first ones. */
  int slots(WorkerPool pool) {
    int share = slots / pools.size();
    int first = slots % pools.size();
    return Math.max(1, share + (pools.indexOf(pool) < first ? 1 : 0));
  }

  /**
   * Others take a worker's work after all its missed heartbeats; it gives up two of them before.
   */
  Duration fuse() {
    return heartbeat.multipliedBy(missedHeartbeats - 2L);
  }

  /** After this time without a heartbeat a worker is not shown as alive. */
  Duration silence() {
    return heartbeat.multipliedBy(3);
  }
}
