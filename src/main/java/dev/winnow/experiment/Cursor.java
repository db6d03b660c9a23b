package dev.winnow.experiment;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of experiments ended, in a form that promises nothing to those who carry it. */
final class Cursor {
  private static final String PREFIX = "before:";

  private Cursor() {}

  static String write(long id) {
    byte[] text = (PREFIX + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /**
   * @throws IllegalParameter if {@link #write} did not make it
   */
  static long read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.matches(PREFIX + "[0-9]{1,18}")) {
        return Long.parseLong(text.substring(PREFIX.length()));
      }
    } catch (IllegalArgumentException notBase64) {
      throw illegal(cursor);
    }
    throw illegal(cursor);
  }

  private static IllegalParameter illegal(String cursor) {
    return new IllegalParameter("cursor", cursor, "the value of \"next\" in an earlier page");
  }
}
