package dev.winnow.engine.loop;

import dev.winnow.architecture.Layout;
import dev.winnow.lottery.Outcome;
import dev.winnow.lottery.ProgressListener;
import dev.winnow.lottery.Trainer;
import dev.winnow.lottery.Training;

/** Sends the tickets of one trial over its course, in this process and on the calling thread. */
public final class CourseTrainer implements Trainer {
  private final Course course;
  private final Layout layout;
  private final Networks networks;
  private final String dataChecksum;

  public CourseTrainer(Course course, Layout layout, Networks networks, String dataChecksum) {
    this.course = course;
    this.layout = layout;
    this.networks = networks;
    this.dataChecksum = dataChecksum;
  }

  @Override
  public Outcome train(Training training, ProgressListener listener) {
    Layout given = training.ticket().mask().layout();
    if (!given.equals(layout)) {
      throw new IllegalArgumentException(
          "The ticket's tensors are %s, this trainer's %s".formatted(given, layout));
    }
    return course.train(networks.of(training.ticket()), training, listener);
  }

  @Override
  public String signature() {
    return networks.signature();
  }

  @Override
  public String dataChecksum() {
    return dataChecksum;
  }

  @Override
  public void close() {
    networks.close();
  }
}
