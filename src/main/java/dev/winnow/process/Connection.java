package dev.winnow.process;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Frames over a socket. A frame is the number of its binary parts, then the header in UTF-8 and
 * each part's name and bytes, every one of them after its length; numbers are 32 bits, big-endian.
 */
final class Connection implements AutoCloseable {
  private final SocketChannel channel;
  private final DataInputStream in;
  private final DataOutputStream out;

  Connection(SocketChannel channel) {
    this.channel = channel;
    in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
    out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
  }

  void send(Frame frame) throws IOException {
    out.writeInt(frame.parts().size());
    write(frame.header().getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, byte[]> part : frame.parts().entrySet()) {
      write(part.getKey().getBytes(StandardCharsets.UTF_8));
      write(part.getValue());
    }
    out.flush();
  }

  private void write(byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * Waits for the next frame.
   *
   * @throws EOFException if the other side has gone
   */
  Frame receive() throws IOException {
    int count = in.readInt();
    String header = new String(read(), StandardCharsets.UTF_8);
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (int part = 0; part < count; part++) {
      parts.put(new String(read(), StandardCharsets.UTF_8), read());
    }
    return new Frame(header, parts);
  }

  private byte[] read() throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The other side has gone in the middle of a frame");
    }
    return bytes;
  }

  /** Ends every wait in {@link #receive} and {@link #send}, from any thread. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
