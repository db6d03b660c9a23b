package dev.winnow.definition;

import dev.winnow.lottery.Method;
import dev.winnow.lottery.Methods;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonPointer;

/** Which methods read which fields of {@code pruning} and {@code rewind}; they read all others. */
@Component
public final class MethodFieldUsage {
  private static final List<Subtree> OWN =
      List.of(
          new Subtree(JsonPointer.compile("/pruning")),
          new Subtree(JsonPointer.compile("/rewind")));

  private final Methods methods;

  MethodFieldUsage(Methods methods) {
    this.methods = methods;
  }

  /**
   * The names of the methods that read a field, or something inside of it.
   *
   * @param pointer into a definition
   */
  public List<String> of(JsonPointer pointer) {
    return methods.entries().stream()
        .filter(method -> reads(method, pointer))
        .map(Method::name)
        .toList();
  }

  /** Whether each method reads a field. */
  public boolean isCommon(JsonPointer pointer) {
    return methods.entries().stream().allMatch(method -> reads(method, pointer));
  }

  /**
   * Whether a method reads a field, or something inside of it. One that is not known reads all.
   *
   * @param method its name
   */
  boolean reads(String method, JsonPointer pointer) {
    return methods.find(method).map(known -> reads(known, pointer)).orElse(true);
  }

  private static boolean reads(Method method, JsonPointer pointer) {
    if (OWN.stream().noneMatch(own -> own.contains(pointer))) {
      return true;
    }
    return method.reads().stream()
        .anyMatch(
            each -> new Subtree(each).contains(pointer) || new Subtree(pointer).contains(each));
  }
}
