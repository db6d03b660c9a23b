package dev.winnow.catalog;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;

/** What is found wrong, or worth a word, in a definition that is right field by field. */
public final class Findings {
  /**
   * What must be mended.
   *
   * @param value what stands there
   * @param detail what is wrong, as a sentence
   * @param allowed what may stand there, as a noun phrase
   */
  public record Fault(JsonPointer pointer, Object value, String detail, String allowed) {}

  /** What may be meant, and perhaps is not. */
  public record Warning(JsonPointer pointer, String detail) {}

  private final List<Fault> errors = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  public void error(JsonPointer pointer, Object value, String detail, String allowed) {
    errors.add(new Fault(pointer, value, detail, allowed));
  }

  /**
   * @param pointer in the form of RFC 6901
   */
  public void error(String pointer, Object value, String detail, String allowed) {
    error(JsonPointer.compile(pointer), value, detail, allowed);
  }

  /**
   * @param pointer in the form of RFC 6901
   */
  public void warning(String pointer, String detail) {
    warnings.add(new Warning(JsonPointer.compile(pointer), detail));
  }

  public List<Fault> errors() {
    return List.copyOf(errors);
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }
}
