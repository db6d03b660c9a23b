package dev.winnow.lottery.method;

import dev.winnow.lottery.Methods;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The catalog of methods as the application finds it. */
public final class MethodsForTests {
  private MethodsForTests() {}

  public static Methods all() {
    try (var context = new AnnotationConfigApplicationContext("dev.winnow.lottery")) {
      return context.getBean(Methods.class);
    }
  }
}
