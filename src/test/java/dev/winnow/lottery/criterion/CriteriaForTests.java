package dev.winnow.lottery.criterion;

import dev.winnow.lottery.Criteria;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The catalog of criteria as the application sees it. */
public final class CriteriaForTests {
  private CriteriaForTests() {}

  public static Criteria all() {
    try (var context = new AnnotationConfigApplicationContext("dev.winnow.lottery")) {
      return context.getBean(Criteria.class);
    }
  }
}
