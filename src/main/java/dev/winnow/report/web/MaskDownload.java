package dev.winnow.report.web;

import dev.winnow.checksum.Sha256;
import dev.winnow.lottery.Mask;
import dev.winnow.lottery.codec.MaskFile;
import dev.winnow.report.RunPlace;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/** A mask on its way out as a file, tagged with the SHA-256 of the file's bytes. */
final class MaskDownload {
  @FunctionalInterface
  private interface Writer {
    void write(Mask mask, OutputStream target) throws IOException;
  }

  private final Mask mask;
  private final String type;
  private final String name;
  private final Writer writer;

  private MaskDownload(Mask mask, String type, String name, Writer writer) {
    this.mask = mask;
    this.type = type;
    this.name = name;
    this.writer = writer;
  }

  static MaskDownload npz(Mask mask, RunPlace place) {
    return new MaskDownload(mask, "application/x-npz", name(place, "npz"), MaskFile::writeNpz);
  }

  static MaskDownload bits(Mask mask, RunPlace place) {
    return new MaskDownload(
        mask, "application/octet-stream", name(place, "bits"), MaskFile::writeBits);
  }

  private static String name(RunPlace place, String extension) {
    return "winnow-%d-trial-%d-round-%d-%s-%d.%s"
        .formatted(
            place.experiment(),
            place.trial(),
            place.key().round(),
            place.key().arm(),
            place.key().replicate(),
            extension);
  }

  /** Writes the file twice, once for its tag, so that it is never in memory as a whole. */
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (new ServletWebRequest(request, response).checkNotModified(tag())) {
      return;
    }
    response.setContentType(type);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    writer.write(mask, response.getOutputStream());
  }

  private String tag() throws IOException {
    Sha256 sum = new Sha256();
    writer.write(mask, sum.stream());
    return "\"" + sum.hex() + "\"";
  }
}
