package dev.winnow.experiment;

import dev.winnow.database.EmbeddedDatabase;
import dev.winnow.definition.Presets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives a newcomer something to look at: one small experiment, on an empty embedded database. */
@Component
@ConditionalOnBooleanProperty("winnow.sample-experiment")
class SampleExperiment {
  private static final Logger log = LoggerFactory.getLogger(SampleExperiment.class);

  private final Submissions submissions;
  private final Presets presets;
  private final boolean embedded;

  SampleExperiment(
      Submissions submissions, Presets presets, ObjectProvider<EmbeddedDatabase> database) {
    this.submissions = submissions;
    this.presets = presets;
    this.embedded = database.stream().findAny().isPresent();
  }

  @EventListener(ApplicationReadyEvent.class)
  void submit() {
    if (embedded && submissions.isEmpty()) {
      long id = submissions.submit(presets.sample());
      log.info("Submitted the sample experiment as experiment {}", id);
    }
  }
}
