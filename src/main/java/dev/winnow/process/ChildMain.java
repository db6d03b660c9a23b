package dev.winnow.process;

import dev.winnow.dataset.Dataset;
import dev.winnow.dataset.DatasetProperties;
import dev.winnow.dataset.Datasets;
import dev.winnow.dataset.ImageCache;
import dev.winnow.engine.Engine;
import dev.winnow.engine.LocalEngine;
import dev.winnow.training.TrainingPlans;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The child's main class. Its one argument is the socket on which the parent waits. */
public final class ChildMain {
  private ChildMain() {}

  public static void main(String[] arguments) throws IOException {
    exitWithParent();
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(arguments[0]))) {
      new ChildSession(new Connection(channel), ChildMain::engine, LocalEngine::blasCore).serve();
    } catch (EOFException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  /** The parent writes nothing to this process; its death is the end of the input. */
  private static void exitWithParent() {
    Thread watch = new Thread(ChildMain::awaitEndOfInput, "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void awaitEndOfInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      // As good an end as any.
    } finally {
      // Not exit(): that would wait for native code that may never come back.
      Runtime.getRuntime().halt(0);
    }
  }

  /**
   * The data sets, optimizers and schedules with their rooms' components around them, and nothing
   * else of the application.
   */
  private static Engine engine(DatasetProperties properties) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(DatasetProperties.class, () -> properties);
    context.scan(Dataset.class.getPackageName(), TrainingPlans.class.getPackageName());
    context.refresh();
    return new LocalEngine(
        context.getBean(Datasets.class),
        context.getBean(ImageCache.class),
        context.getBean(TrainingPlans.class));
  }
}
