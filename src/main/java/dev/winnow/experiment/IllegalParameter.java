package dev.winnow.experiment;

/** A question's parameter has a value that it does not take. */
public final class IllegalParameter extends RuntimeException {
  private final String parameter;
  private final String value;
  private final String allowed;

  /**
   * @param allowed what it takes, as a noun phrase
   */
  public IllegalParameter(String parameter, String value, String allowed) {
    super("\"" + parameter + "\" must be " + allowed + ", is \"" + value + "\".");
    this.parameter = parameter;
    this.value = value;
    this.allowed = allowed;
  }

  public String parameter() {
    return parameter;
  }

  public String value() {
    return value;
  }

  public String allowed() {
    return allowed;
  }
}
