package dev.winnow.catalog;

import tools.jackson.core.JsonPointer;

/** A value, or a part inside of it, cannot stand where it does. */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final JsonPointer place;
  private final String remedy;

  /**
   * @param place of the part inside the value; empty for all of it
   * @param reason what is wrong, as a sentence
   * @param remedy what may stand there, as a noun phrase
   */
  public InvalidValue(JsonPointer place, String reason, String remedy) {
    super(reason);
    this.place = place;
    this.remedy = remedy;
  }

  /** All of the value is wrong. */
  public InvalidValue(String reason, String remedy) {
    this(JsonPointer.empty(), reason, remedy);
  }

  /** The same, seen from further out. */
  public InvalidValue inside(JsonPointer outer) {
    return new InvalidValue(outer.append(place), reason(), remedy);
  }

  public JsonPointer place() {
    return place;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  public String remedy() {
    return remedy;
  }
}
