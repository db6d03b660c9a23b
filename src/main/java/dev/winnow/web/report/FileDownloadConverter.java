package dev.winnow.web.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes downloads as they come, without holding them. */
@Component
final class FileDownloadConverter extends AbstractHttpMessageConverter<FileDownload> {
  FileDownloadConverter() {
    super(MediaType.ALL);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == FileDownload.class;
  }

  @Override
  protected boolean canRead(@Nullable MediaType type) {
    return false;
  }

  @Override
  protected FileDownload readInternal(Class<? extends FileDownload> type, HttpInputMessage in) {
    throw new HttpMessageNotReadableException("A download is not read", in);
  }

  @Override
  protected void writeInternal(FileDownload download, HttpOutputMessage out) throws IOException {
    download.write(out.getBody());
  }
}
