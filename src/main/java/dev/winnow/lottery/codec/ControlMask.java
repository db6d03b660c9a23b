package dev.winnow.lottery.codec;

import dev.winnow.lottery.Mask;
import dev.winnow.lottery.MaskDraw;
import dev.winnow.lottery.RunKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The mask of a control's run for those who know that of its round's ticket: the same one, a draw
 * as seed and counts, or else as {@link MaskHistory} writes it.
 *
 * <p>Format: one byte, 2 for the ticket's, 3 for a draw, or that of a {@link MaskHistory}. A draw
 * is its seed (8 bytes), arm id (modified UTF-8 after its length), replicate and round, the number
 * of tensors and the weights kept of each (4 bytes each), big-endian.
 */
public final class ControlMask {
  private static final byte SAME = 2;
  private static final byte DRAWN = 3;

  private ControlMask() {}

  /**
   * @param seed the trial's
   * @param run the control's
   */
  public static byte[] encode(long seed, RunKey run, Mask ticket, Mask mask) {
    if (mask.equals(ticket)) {
      return new byte[] {SAME};
    }
    MaskDraw draw = new MaskDraw(seed, run, mask.keptPerTensor());
    return draw.mask(mask.layout()).equals(mask) ? write(draw) : MaskHistory.encode(ticket, mask);
  }

  /**
   * The inverse of {@link #encode}.
   *
   * @throws IllegalArgumentException if the bytes are no mask of this layout
   */
  public static Mask decode(Mask ticket, byte[] bytes) {
    if (bytes.length == 1 && bytes[0] == SAME) {
      return ticket;
    }
    return bytes.length > 0 && bytes[0] == DRAWN
        ? read(bytes).mask(ticket.layout())
        : MaskHistory.decode(ticket, bytes);
  }

  private static byte[] write(MaskDraw draw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(DRAWN);
      out.writeLong(draw.seed());
      out.writeUTF(draw.run().arm());
      out.writeInt(draw.run().replicate());
      out.writeInt(draw.run().round());
      out.writeInt(draw.kept().size());
      for (int kept : draw.kept()) {
        out.writeInt(kept);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static MaskDraw read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      in.readByte();
      long seed = in.readLong();
      String arm = in.readUTF();
      int replicate = in.readInt();
      RunKey run = new RunKey(in.readInt(), arm, replicate);
      int tensors = in.readInt();
      List<Integer> kept = new ArrayList<>();
      for (int t = 0; t < tensors; t++) {
        kept.add(in.readInt());
      }
      return new MaskDraw(seed, run, kept);
    } catch (IOException e) {
      throw new IllegalArgumentException("The mask's bytes are cut short", e);
    }
  }
}
