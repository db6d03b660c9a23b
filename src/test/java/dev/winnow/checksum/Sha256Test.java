package dev.winnow.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {
  /** The first example of FIPS 180-4. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void it_is_the_published_function() {
    assertThat(Sha256.of("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(OF_ABC);
  }

  @Test
  void parts_add_up_to_the_whole() {
    ByteBuffer c = ByteBuffer.wrap(new byte[] {'c'});
    c.position(1);
    assertThat(new Sha256().add("a").add(new byte[] {'b', 'x'}, 1).add(c).hex()).isEqualTo(OF_ABC);
    assertThat(c.position()).isEqualTo(1);
  }
}
