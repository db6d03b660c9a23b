package dev.winnow.command.bench;

import dev.winnow.architecture.Architecture;
import dev.winnow.architecture.Architectures;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The architectures that the service has, for a process without it; they are looked up once. */
final class KnownArchitectures {
  static final Architectures ALL = find();

  private KnownArchitectures() {}

  private static Architectures find() {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.scan(Architecture.class.getPackageName());
      context.refresh();
      return context.getBean(Architectures.class);
    }
  }
}
