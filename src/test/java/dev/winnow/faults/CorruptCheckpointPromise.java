package dev.winnow.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** A corrupt checkpoint is seen and never used: the one before it is, or the run begins anew. */
class CorruptCheckpointPromise {
  private static final Duration LONG = Duration.ofMinutes(8);
  private static final TinyExperiment TRIAL = TinyExperiment.of(1, "3000it");

  private final RandomGenerator moments = Seed.moments("corrupt checkpoint");

  /** What is known of a checkpoint without reading it. */
  private record Saved(long id, int iteration, int length) {}

  @Test
  void after_one_flipped_byte_the_checkpoint_before_is_used() throws Exception {
    goesOnAfterFlipping(1);
  }

  @Test
  void after_a_flipped_byte_in_each_the_run_begins_anew() throws Exception {
    goesOnAfterFlipping(2);
  }

  private void goesOnAfterFlipping(int newest) throws Exception {
    Map<String, String> expected = Undisturbed.hashes(TRIAL);
    try (Installation site = Installation.open("checkpoint-" + newest)) {
      List<String> options = new ArrayList<>(Installation.HASTY);
      options.add("--winnow.engine.checkpoint-every=500ms");
      Winnow first = site.worker(options).ready();
      String experiment = site.api().submit(TRIAL.named("checkpoint"));
      Eventually.holds("two checkpoints", LONG, () -> saved(site).size() == 2);
      first.kill();
      List<Saved> left = saved(site);
      assertThat(left).as("checkpoints, newest first").hasSize(2);
      left.stream().limit(newest).forEach(checkpoint -> flip(site, checkpoint));
      Winnow heir = site.worker(options).ready();
      site.api().awaitEnd(experiment, LONG);
      site.checker().isCompleteWith(experiment, expected);
      List<String> said = heir.log().lines().filter(line -> line.contains("heckpoint")).toList();
      assertThat(said).filteredOn(line -> line.contains("does not match")).hasSize(newest);
      if (newest == 1) {
        assertThat(heir.log()).contains("from iteration " + left.get(1).iteration());
      }
      Measured.say(
          "checkpoint: %d of the 2 at iterations %d and %d corrupt, seen and not used; hashes equal"
              .formatted(newest, left.get(0).iteration(), left.get(1).iteration()));
    }
  }

  private static List<Saved> saved(Installation site) {
    return site.jdbc()
        .sql("SELECT id, iteration, length FROM checkpoint ORDER BY id DESC")
        .query((rs, n) -> new Saved(rs.getLong(1), rs.getInt(2), rs.getInt(3)))
        .list();
  }

  /** Flips one bit at a random place. */
  private void flip(Installation site, Saved checkpoint) {
    int place = moments.nextInt(Math.min(checkpoint.length(), 1 << 20));
    int bit = 1 << moments.nextInt(8);
    int flipped =
        site.jdbc()
            .sql(
                """
                UPDATE checkpoint_chunk SET bytes = set_byte(bytes, :place, get_byte(bytes, :place) # :bit)
                WHERE checkpoint_id = :id AND sequence = 0
                """)
            .param("place", place)
            .param("bit", bit)
            .param("id", checkpoint.id())
            .update();
    assertThat(flipped).isEqualTo(1);
  }
}
