package dev.winnow.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MigrationsIT {
  private final TestDatabase database = TestDatabase.fresh();

  @Test
  void every_table_says_what_it_is_for() {
    assertThat(
            database
                .jdbc()
                .sql(
                    """
                    SELECT c.relname FROM pg_class c
                    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
                      AND c.relname <> 'flyway_schema_history'
                      AND obj_description(c.oid, 'pg_class') IS NULL
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void databases_do_not_see_each_other() {
    database.jdbc().sql("INSERT INTO lease (work_id, epoch) VALUES ('a', 1)").update();
    TestDatabase other = TestDatabase.fresh();
    assertThat(other.jdbc().sql("SELECT count(*) FROM lease").query(Long.class).single()).isZero();
  }
}
