package dev.winnow.experiment;

import dev.winnow.checksum.Sha256;
import java.util.regex.Pattern;

/**
 * What a submitter calls one submission, so that its repetition is known as such.
 *
 * @param name 1 to 200 visible ASCII characters
 * @param bodySha256 in hex, over what was posted under the name
 */
public record SubmissionKey(String name, String bodySha256) {
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,200}");

  public SubmissionKey {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalParameter(
          "Idempotency-Key", name, "1 to 200 visible ASCII characters, without spaces");
    }
  }

  /**
   * @throws IllegalParameter if the name is too long, empty or has other characters
   */
  public static SubmissionKey of(String name, String body) {
    return new SubmissionKey(name, new Sha256().add(body).hex());
  }
}
