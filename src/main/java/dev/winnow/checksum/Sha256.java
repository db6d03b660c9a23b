package dev.winnow.checksum;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 (FIPS 180-4) that grows with what is added. */
public final class Sha256 {
  private final MessageDigest digest;

  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** In hex, over all of the bytes. */
  public static String of(byte[] bytes) {
    return new Sha256().add(bytes).hex();
  }

  public Sha256 add(byte[] bytes) {
    return add(bytes, bytes.length);
  }

  /** The first {@code length} of the bytes. */
  public Sha256 add(byte[] bytes, int length) {
    digest.update(bytes, 0, length);
    return this;
  }

  /** The text in UTF-8. */
  public Sha256 add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The whole buffer, whatever its position and limit, which stay as they are. */
  public Sha256 add(ByteBuffer buffer) {
    digest.update(buffer.duplicate().clear());
    return this;
  }

  /** Adds whatever is written to it, and keeps none of it. */
  public OutputStream stream() {
    return new DigestOutputStream(OutputStream.nullOutputStream(), digest);
  }

  /** 32 bytes; ends the sum. */
  public byte[] bytes() {
    return digest.digest();
  }

  /** 64 lower-case hex digits; ends the sum. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
