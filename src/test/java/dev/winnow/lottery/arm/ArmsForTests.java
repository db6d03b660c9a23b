package dev.winnow.lottery.arm;

import dev.winnow.lottery.Arms;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The catalog of arms as the application sees it. */
public final class ArmsForTests {
  private ArmsForTests() {}

  public static Arms all() {
    try (var context = new AnnotationConfigApplicationContext("dev.winnow.lottery")) {
      return context.getBean(Arms.class);
    }
  }
}
