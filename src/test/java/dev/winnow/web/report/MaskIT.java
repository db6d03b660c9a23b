package dev.winnow.web.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.lottery.codec.NpzReader;
import dev.winnow.web.PlayedExperiment;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MaskIT extends PlayedExperiment {
  private static final int SIZE = 266_200;

  @Test
  void an_archive_holds_the_mask_that_the_run_was_trained_under() throws Exception {
    long id = underWay();
    JsonNode ticket = get(path(id, "/trials/1/rounds/2")).json().at("/runs/0");
    Answer answer = get(path(id, "/trials/1/rounds/2/mask.npz"));
    Map<String, NpzReader.Array> arrays = NpzReader.read(answer.bytes());
    assertThat(arrays.keySet()).containsExactly("fc1.weight", "fc2.weight", "fc3.weight");
    assertThat(arrays.values().stream().map(NpzReader.Array::shape))
        .containsExactly(List.of(300, 784), List.of(100, 300), List.of(10, 100));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    arrays.values().stream()
        .flatMap(array -> array.values().stream())
        .forEach(kept -> digest.update((byte) (kept ? 1 : 0)));
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo(ticket.get("maskSha256").stringValue());
    assertThat(arrays.values().stream().map(array -> Collections.frequency(array.values(), true)))
        .containsExactlyElementsOf(
            ticket.get("layers").valueStream().map(layer -> layer.get("kept").intValue()).toList());
  }

  @Test
  void the_file_has_a_name_and_a_tag_of_its_bytes() throws Exception {
    long id = underWay();
    String path = path(id, "/trials/1/rounds/1/mask.npz?arm=random-reinit&replicate=2");
    Answer answer = get(path);
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"winnow-%d-trial-1-round-1-random-reinit-2.npz\"".formatted(id));
    String hash =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(answer.bytes()));
    assertThat(answer.header("ETag")).isEqualTo("\"" + hash + "\"");
    Answer again = get(path, "If-None-Match", answer.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
  }

  @Test
  void bits_are_the_same_mask_in_little_space() {
    long id = underWay();
    Answer bits = get(path(id, "/trials/1/rounds/3/mask.bits"));
    assertThat(bits.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(bits.bytes()).hasSize((SIZE + 7) / 8);
    BitSet kept = BitSet.valueOf(bits.bytes());
    List<Boolean> expected =
        NpzReader.read(get(path(id, "/trials/1/rounds/3/mask.npz")).bytes()).values().stream()
            .flatMap(array -> array.values().stream())
            .toList();
    assertThat(Stream.iterate(0, p -> p + 1).limit(SIZE).map(kept::get).toList())
        .isEqualTo(expected);
  }

  @Test
  void controls_have_the_masks_that_they_were_trained_under() {
    long id = underWay();
    String ticket = get(path(id, "/trials/1/rounds/2/mask.bits")).header("ETag");
    assertThat(get(path(id, "/trials/1/rounds/2/mask.bits?arm=random-reinit")).header("ETag"))
        .isEqualTo(ticket);
    Answer random = get(path(id, "/trials/1/rounds/2/mask.bits?arm=random-mask"));
    assertThat(random.status()).isEqualTo(200);
    assertThat(random.header("ETag")).isNotEqualTo(ticket);
  }

  @Test
  void round_0_is_dense() {
    Answer bits = get(path(underWay(), "/trials/2/rounds/0/mask.bits"));
    assertThat(BitSet.valueOf(bits.bytes()).cardinality()).isEqualTo(SIZE);
  }

  @Test
  void a_mask_of_a_round_not_yet_run_is_not_there_and_says_where_the_trial_is() {
    Answer answer = get(path(underWay(), "/trials/2/rounds/3/mask.npz"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().get("detail").stringValue())
        .isEqualTo(
            "ticket 1 of round 3 of trial 2 has not been run: the trial is RUNNING, in round 2.");
  }

  @Test
  void a_stored_mask_that_does_not_match_its_checksum_is_not_served() {
    long id = submit();
    given().runs(id, 1, 2, run -> 0.9);
    DATABASE
        .jdbc()
        .sql(
            """
            update run set mask_sha256 = 'other' where round = 1 and arm = 'ticket'
              and trial_id in (select id from trial where experiment_id = ?)
            """)
        .param(id)
        .update();
    Answer answer = get(path(id, "/trials/1/rounds/1/mask.npz"));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).doesNotContain("Exception", "checksum");
  }
}
