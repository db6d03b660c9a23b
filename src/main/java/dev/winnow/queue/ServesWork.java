package dev.winnow.queue;

import java.util.Set;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The process has a role that works. */
final class ServesWork implements Condition {
  private static final Set<String> WORKING = Set.of("all", "worker");

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    String role = context.getEnvironment().getProperty("winnow.role", "all");
    if (!WORKING.contains(role) && !role.equals("api")) {
      throw new IllegalStateException("winnow.role must be one of all, api, worker, is " + role);
    }
    return WORKING.contains(role);
  }
}
