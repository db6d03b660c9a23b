package dev.winnow.web.report;

import dev.winnow.architecture.Weights;
import dev.winnow.checksum.Sha256;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.codec.MaskFile;
import dev.winnow.lottery.codec.WeightsFile;
import dev.winnow.report.RunReference;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A mask or weights on their way out as a file, tagged with the SHA-256 of the file's bytes. */
final class FileDownload {
  @FunctionalInterface
  private interface Content {
    void write(OutputStream target) throws IOException;
  }

  static final String NPZ = "application/x-npz";
  private static final String BITS = "application/octet-stream";

  private final String type;
  private final String name;
  private final Content content;

  private FileDownload(String type, String name, Content content) {
    this.type = type;
    this.name = name;
    this.content = content;
  }

  static FileDownload npz(Mask mask, RunReference place) {
    return new FileDownload(NPZ, name(place, ".npz"), out -> MaskFile.writeNpz(mask, out));
  }

  static FileDownload bits(Mask mask, RunReference place) {
    return new FileDownload(BITS, name(place, ".bits"), out -> MaskFile.writeBits(mask, out));
  }

  /**
   * @param at which weights they are, for the file's name
   */
  static FileDownload npz(Weights weights, RunReference place, String at) {
    return new FileDownload(
        NPZ, name(place, "-" + at + "-weights.npz"), out -> WeightsFile.writeNpz(weights, out));
  }

  private static String name(RunReference place, String ending) {
    return "winnow-%d-trial-%d-round-%d-%s-%d%s"
        .formatted(
            place.experiment(),
            place.trial(),
            place.key().round(),
            place.key().arm(),
            place.key().replicate(),
            ending);
  }

  /** Reads the file once for its tag, so that it is never in memory as a whole. */
  ResponseEntity<FileDownload> answer() throws IOException {
    return ResponseEntity.ok()
        .eTag(tag())
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .body(this);
  }

  void write(OutputStream target) throws IOException {
    content.write(target);
  }

  private String tag() throws IOException {
    Sha256 sum = new Sha256();
    content.write(sum.stream());
    return "\"" + sum.hex() + "\"";
  }
}
