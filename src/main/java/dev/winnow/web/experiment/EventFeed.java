package dev.winnow.web.experiment;

import dev.winnow.database.TransientFailure;
import dev.winnow.experiment.EventQueries;
import dev.winnow.experiment.EventQueries.Entry;
import dev.winnow.experiment.ExperimentEvent;
import dev.winnow.web.TooManyReaders;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings events to those who follow experiments. One thread asks the database about once a second
 * for the news of all watched experiments; a sender for each reader keeps a slow one from holding
 * up the others. Ends before the web server does, so that open streams do not delay a shutdown.
 */
@Component
class EventFeed implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(EventFeed.class);
  private static final int MOST_READERS = 200;
  private static final long POLL_MILLIS = 1000;
  private static final int POLLS_PER_BEAT = 15;

  private final EventQueries queries;
  private final Subscribers<Subscription> readers = new Subscribers<>(MOST_READERS);
  private final ExecutorService senders =
      Executors.newCachedThreadPool(task -> daemon(task, "event-sender"));
  private volatile boolean running;

  EventFeed(EventQueries queries) {
    this.queries = queries;
  }

  /**
   * Follows an experiment.
   *
   * @param after the number of the last event that the reader has; 0 for all
   * @throws TooManyReaders if no more can be served
   */
  Subscription follow(long experiment, long after) {
    Subscription subscription = new Subscription(experiment, after, readers::leave);
    subscription.claim(); // so that nothing is delivered before the first beat
    if (!running || !readers.enter(subscription)) {
      throw new TooManyReaders(MOST_READERS);
    }
    subscription.beat();
    if (!running) { // stopped meanwhile, perhaps without having seen this one
      subscription.end();
    }
    return subscription;
  }

  @Override
  public void start() {
    running = true;
    daemon(this::pollWhileRunning, "event-poller").start();
  }

  @Override
  public void stop() {
    running = false;
    readers.stream().forEach(Subscription::end);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** A failed question is asked again: positions move only with what was sent. */
  private void pollWhileRunning() {
    for (long polls = 1; running; polls++) {
      try {
        Thread.sleep(POLL_MILLIS);
        if (polls % POLLS_PER_BEAT == 0) {
          beat();
        }
        deliverNews();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (TransientFailure.is(e)) {
          log.warn("The news of watched experiments cannot be read yet: {}", e.toString());
        } else {
          log.error("The news of watched experiments could not be read", e);
        }
      }
    }
  }

  private void deliverNews() {
    Map<Long, Long> positions =
        readers.stream()
            .filter(Subscription::isFree)
            .collect(Collectors.toMap(Subscription::experiment, Subscription::position, Math::min));
    if (positions.isEmpty()) {
      return;
    }
    Map<Long, List<ExperimentEvent>> news =
        queries.after(positions).stream()
            .collect(
                Collectors.groupingBy(
                    Entry::experiment, Collectors.mapping(Entry::event, Collectors.toList())));
    for (Subscription subscription : readers.stream().toList()) {
      List<ExperimentEvent> events = news.get(subscription.experiment());
      if (events != null && asked(positions, subscription) && subscription.claim()) {
        senders.execute(() -> subscription.deliver(events));
      }
    }
  }

  /**
   * Whether the news begin where this subscription stands. Those of one that came, or became free,
   * after the question may begin earlier: they are for the next time.
   */
  private static boolean asked(Map<Long, Long> positions, Subscription subscription) {
    Long position = positions.get(subscription.experiment());
    return position != null && position <= subscription.position();
  }

  private void beat() {
    Set<Long> watched = readers.stream().map(Subscription::experiment).collect(Collectors.toSet());
    if (watched.isEmpty()) {
      return;
    }
    Set<Long> gone = new HashSet<>(watched); // not of those that came after the question
    gone.removeAll(queries.existing(watched));
    for (Subscription subscription : readers.stream().toList()) {
      if (gone.contains(subscription.experiment())) {
        subscription.end();
      } else if (subscription.claim()) {
        senders.execute(subscription::beat);
      }
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
