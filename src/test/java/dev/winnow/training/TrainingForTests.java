package dev.winnow.training;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The catalogs of this room as the application sees them. */
public final class TrainingForTests {
  private TrainingForTests() {}

  public static TrainingPlans plans() {
    return bean(TrainingPlans.class);
  }

  static Optimizers optimizers() {
    return bean(Optimizers.class);
  }

  static Schedules schedules() {
    return bean(Schedules.class);
  }

  private static <T> T bean(Class<T> type) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.setClassLoader(TrainingForTests.class.getClassLoader());
      context.scan(TrainingForTests.class.getPackageName());
      context.refresh();
      return context.getBean(type);
    }
  }
}
