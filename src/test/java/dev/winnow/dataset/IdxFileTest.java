package dev.winnow.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
  private static final byte[] CONTENT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (byte) 255};

  private final Path path;

  IdxFileTest(@TempDir Path folder) {
    path = folder.resolve("images.gz");
  }

  @Test
  void the_bytes_after_the_header_are_the_content() throws IOException {
    Idx.write(path, 0x0803, new int[] {3, 2, 2}, CONTENT);
    assertThat(new IdxFile(path, 3, 2, 2).read()).containsExactly(CONTENT);
  }

  @Test
  void another_magic_number_is_refused() throws IOException {
    Idx.write(path, 0x0801, new int[] {12}, CONTENT);
    refused(path + ": the magic number must be 0x00000803, is 0x00000801");
  }

  @Test
  void another_count_is_refused() throws IOException {
    Idx.write(path, 0x0803, new int[] {4, 2, 2}, Arrays.copyOf(CONTENT, 16));
    refused(path + ": dimension 1 must be 3, is 4");
  }

  @Test
  void another_image_size_is_refused() throws IOException {
    Idx.write(path, 0x0803, new int[] {3, 2, -1}, CONTENT);
    refused(path + ": dimension 3 must be 2, is 4294967295");
  }

  @Test
  void fewer_bytes_than_promised_are_refused() throws IOException {
    Idx.write(path, 0x0803, new int[] {3, 2, 2}, Arrays.copyOf(CONTENT, 11));
    refused(path + " is truncated: 12 bytes must follow the header, there are 11");
  }

  @Test
  void more_bytes_than_promised_are_refused() throws IOException {
    Idx.write(path, 0x0803, new int[] {3, 2, 2}, Arrays.copyOf(CONTENT, 13));
    refused(path + " is too long: 12 bytes must follow the header, there are more");
  }

  @Test
  void a_file_cut_off_anywhere_is_refused() throws IOException {
    Idx.write(path, 0x0803, new int[] {3, 2, 2}, CONTENT);
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      assertThatExceptionOfType(DatasetUnavailable.class)
          .as("first %d of %d bytes", length, whole.length)
          .isThrownBy(() -> new IdxFile(path, 3, 2, 2).read())
          .withMessageStartingWith(path + " is truncated: ");
    }
  }

  @Test
  void a_file_whose_own_check_sum_fails_is_refused() throws IOException {
    Idx.write(path, 0x0803, new int[] {3, 2, 2}, CONTENT);
    byte[] whole = Files.readAllBytes(path);
    whole[whole.length - 8] ^= 1;
    Files.write(path, whole);
    refused(path + " is not a sound gzip file: Corrupt GZIP trailer");
  }

  @Test
  void a_file_that_is_not_compressed_is_refused() throws IOException {
    Files.writeString(path, "<html>Not found</html>");
    refused(path + " is not a sound gzip file: Not in GZIP format");
  }

  @Test
  void a_missing_file_is_named() {
    refused(path + " is missing");
  }

  private void refused(String message) {
    assertThatExceptionOfType(DatasetUnavailable.class)
        .isThrownBy(() -> new IdxFile(path, 3, 2, 2).read())
        .withMessage(message);
  }
}
