package dev.winnow.experiment;

/** An Idempotency-Key came again with another body than at first. */
public final class KeyReused extends RuntimeException {
  private final String key;

  KeyReused(String key) {
    super(
        "Idempotency-Key \"%s\" came with another body before; a new submission needs a new key."
            .formatted(key));
    this.key = key;
  }

  public String key() {
    return key;
  }
}
