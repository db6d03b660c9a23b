package dev.winnow.experiment;

import dev.winnow.database.Row;
import dev.winnow.queue.WaitingWork;
import dev.winnow.queue.Waits;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the trials in the queue wait for, for those who look. */
@Service
@Transactional(readOnly = true)
public class QueuedTrialQueries {
  private record Place(long experiment, String name, int trial) {}

  private final JdbcClient jdbc;
  private final Waits waits;

  QueuedTrialQueries(JdbcClient jdbc, Waits waits) {
    this.jdbc = jdbc;
    this.waits = waits;
  }

  /**
   * Higher priority and then longer waits first.
   *
   * @param most entries, at least 1
   */
  public List<QueueEntry> list(int most) {
    List<WaitingWork> waiting =
        waits.list(most).stream().filter(work -> WorkIds.isTrial(work.id())).toList();
    Map<Long, Place> places = places(waiting);
    return waiting.stream().flatMap(work -> entry(work, places)).toList();
  }

  /** Nothing for a trial that was removed in the meantime. */
  private static Stream<QueueEntry> entry(WaitingWork work, Map<Long, Place> places) {
    return Stream.ofNullable(places.get(WorkIds.trial(work.id())))
        .map(
            place ->
                new QueueEntry(
                    place.experiment(),
                    place.name(),
                    place.trial(),
                    work.pool().lowerCaseName(),
                    work.priority(),
                    work.waiting()));
  }

  private Map<Long, Place> places(List<WaitingWork> waiting) {
    Map<Long, Place> places = new HashMap<>();
    jdbc.sql(
            """
            select t.id, e.id as experiment, e.name, t.number
            from trial t join experiment e on e.id = t.experiment_id
            where t.id = any(:trials)
            """)
        .param(
            "trials", waiting.stream().map(work -> WorkIds.trial(work.id())).toArray(Long[]::new))
        .query((RowCallbackHandler) columns -> put(places, new Row(columns)));
    return places;
  }

  private static void put(Map<Long, Place> places, Row row) throws SQLException {
    places.put(
        row.number("id"),
        new Place(row.number("experiment"), row.text("name"), row.integer("number")));
  }
}
