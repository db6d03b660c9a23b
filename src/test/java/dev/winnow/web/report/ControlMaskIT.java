package dev.winnow.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.web.PlayedExperiment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The masks of controls are kept with their runs. */
class ControlMaskIT extends PlayedExperiment {
  private static final List<String> ARMS = List.of("random-reinit", "random-mask");

  @Test
  void they_take_little_space() {
    long id = played();
    List<Long> lengths =
        DATABASE
            .jdbc()
            .sql(
                """
                select length from artifact a join trial t on t.id = a.trial_id
                where t.experiment_id = ? and a.kind = 'mask' and a.arm <> 'ticket'
                """)
            .param(id)
            .query(Long.class)
            .list();
    assertThat(lengths).hasSizeGreaterThan(2).allMatch(length -> length < 100).contains(1L);
  }

  @Test
  void they_are_read_and_not_made_again() {
    long id = played();
    List<String> masks = masks(id);
    execute("update trial set seed = seed + 1 where experiment_id = ?", id);
    assertThat(masks(id)).isEqualTo(masks);
  }

  @Test
  void those_of_runs_from_before_they_were_kept_are_still_served() {
    long id = played();
    List<String> masks = masks(id);
    execute(
        """
        delete from artifact where kind = 'mask' and arm <> 'ticket'
          and trial_id in (select id from trial where experiment_id = ?)
        """,
        id);
    assertThat(masks(id)).isEqualTo(masks);
  }

  private long played() {
    long id = submit();
    given().runs(id, 1, 9, run -> 0.5);
    return id;
  }

  private List<String> masks(long id) {
    return ARMS.stream()
        .map(arm -> get(path(id, "/trials/1/rounds/2/mask.bits?arm=" + arm)))
        .peek(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200))
        .map(answer -> answer.header("ETag"))
        .toList();
  }

  private static void execute(String sql, long id) {
    DATABASE.jdbc().sql(sql).param(id).update();
  }
}
