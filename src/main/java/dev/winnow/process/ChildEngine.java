package dev.winnow.process;

import dev.winnow.dataset.DatasetProperties;
import dev.winnow.engine.Engine;
import dev.winnow.engine.LocalEngine;
import dev.winnow.engine.TrialSetup;
import dev.winnow.kernels.FastestKernels;
import dev.winnow.lottery.Trainer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Gives each trainer a process of its own, so that a crash, a leak or a hang in native code costs
 * one training and never this process.
 */
@Component
public final class ChildEngine implements Engine, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ChildEngine.class);

  private final EngineSettings settings;
  private final DatasetProperties datasets;
  private final ApplicationCode code;
  private final IdleChildren idle;
  private volatile String blasCore;

  @Autowired
  public ChildEngine(EngineSettings settings, DatasetProperties datasets) {
    this(settings, datasets, ApplicationCode.ofThisProcess());
  }

  ChildEngine(EngineSettings settings, DatasetProperties datasets, ApplicationCode code) {
    this.settings = settings;
    this.datasets = datasets;
    this.code = code;
    this.idle = new IdleChildren(settings.idleTime());
    this.blasCore = settings.blasCore().orElse("");
    if (!vectors()) {
      log.warn(
          "{} lacks the module {}: trainings give the same results, but take several times longer",
          ChildCommand.java(settings),
          FastestKernels.MODULE);
    }
  }

  /**
   * Takes a process that waits for a trial like this one, else starts one, and waits until it has
   * loaded the data, which can take minutes when they must be fetched first. Interrupting the
   * thread ends the wait and the process.
   */
  @Override
  public Trainer open(TrialSetup setup) {
    return new ChildTrainer(
        idle.take(setup)
            .flatMap(child -> again(child, setup))
            .orElseGet(() -> open(launch(), setup)));
  }

  private ChildProcess launch() {
    return new ChildLauncher(new ChildCommand(settings, datasets.home(), blasCore, code)).launch();
  }

  /** Empty if that child died while it waited. */
  private Optional<OpenChild> again(OpenChild child, TrialSetup setup) {
    if (!child.process().isAlive()) {
      log.warn("Training process {} died while it had nothing to do", child.process().pid());
      child.process().close();
      return Optional.empty();
    }
    child.process().workForThisThread();
    return Optional.of(child.setup().equals(setup) ? child : open(child.process(), setup));
  }

  private OpenChild open(ChildProcess child, TrialSetup setup) {
    try {
      child.send(WireFormat.frame(new Message.Open(setup, datasets)));
      Message answer = WireFormat.message(child.receive());
      if (answer instanceof Message.Ready ready) {
        // What OpenBLAS found for the first process holds for all that follow.
        blasCore = ready.blasCore().orElse(blasCore);
        return new OpenChild(child, setup, ready);
      }
      throw ChildRefused.by(answer);
    } catch (RuntimeException e) {
      child.close();
      throw e;
    }
  }

  /** Keeps the process for a trial like this one. */
  @Override
  public void release(Trainer trainer) {
    if (trainer instanceof ChildTrainer child) {
      child.release().ifPresent(idle::put);
    }
  }

  /** Ends the processes that wait. */
  @Override
  public void close() {
    idle.close();
  }

  @Override
  public String device() {
    return LocalEngine.device(vectors());
  }

  private boolean vectors() {
    return JavaModules.of(ChildCommand.java(settings)).contain(FastestKernels.MODULE);
  }
}
