package dev.winnow.catalog;

/** A value, or a part inside of it, cannot stand where it does. */
public final class Misfit extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String place;
  private final String remedy;

  /**
   * @param place of the part inside the value, as a JSON pointer (RFC 6901); empty for all of it
   * @param reason what is wrong, as a sentence
   * @param remedy what may stand there, as a noun phrase
   */
  public Misfit(String place, String reason, String remedy) {
    super(reason);
    this.place = place;
    this.remedy = remedy;
  }

  /** The same, seen from further out. */
  public Misfit inside(String outer) {
    return new Misfit(outer + place, reason(), remedy);
  }

  public String place() {
    return place;
  }

  public String reason() {
    return String.valueOf(getMessage());
  }

  public String remedy() {
    return remedy;
  }
}
