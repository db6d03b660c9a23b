package dev.winnow.engine.loop;

import dev.winnow.lottery.Checkpoint;
import dev.winnow.lottery.Measurement;
import dev.winnow.network.NetworkState;
import dev.winnow.training.LearningCurve.Point;
import dev.winnow.training.LearningCurve.Score;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An {@link CheckpointState} as the bytes of a {@link Checkpoint}, without loss of a bit. */
final class CheckpointCodec {
  /** Raised whenever older bytes would be misread. */
  private static final int VERSION = 3;

  /** Without a mask: a training had one for all of its length. */
  private static final int BEFORE_MASKS = 2;

  private CheckpointCodec() {}

  static Checkpoint write(CheckpointState saved) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(VERSION);
      out.writeInt(saved.iteration());
      out.writeDouble(saved.seconds());
      out.writeInt(saved.points().size());
      for (Point point : saved.points()) {
        write(out, point);
      }
      out.writeBoolean(saved.best().isPresent());
      if (saved.best().isPresent()) {
        write(out, saved.best().get());
      }
      out.writeInt(saved.state().arrays().size());
      for (float[] array : saved.state().arrays()) {
        write(out, array);
      }
      out.writeInt(saved.kept().size());
      for (Map.Entry<Integer, float[]> each : saved.kept().entrySet()) {
        out.writeInt(each.getKey());
        write(out, each.getValue());
      }
      out.writeBoolean(saved.mask().isPresent());
      if (saved.mask().isPresent()) {
        write(out, saved.mask().get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Checkpoint(saved.iteration(), bytes.toByteArray());
  }

  private static void write(DataOutputStream out, Point point) throws IOException {
    out.writeInt(point.iteration());
    write(out, point.validation());
    out.writeBoolean(point.test().isPresent());
    if (point.test().isPresent()) {
      write(out, point.test().get());
    }
  }

  private static void write(DataOutputStream out, Measurement measured) throws IOException {
    out.writeInt(measured.iteration());
    write(out, measured.validation());
    write(out, measured.test());
    write(out, measured.correct().toByteArray());
  }

  private static void write(DataOutputStream out, Score score) throws IOException {
    out.writeDouble(score.loss());
    out.writeDouble(score.accuracy());
  }

  private static void write(DataOutputStream out, float[] array) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(array.length * Float.BYTES);
    buffer.asFloatBuffer().put(array);
    write(out, buffer.array());
  }

  private static void write(DataOutputStream out, int[] array) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(array.length * Integer.BYTES);
    buffer.asIntBuffer().put(array);
    write(out, buffer.array());
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Empty if it was written by a version that is read no more. */
  static Optional<CheckpointState> read(Checkpoint checkpoint) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(checkpoint.bytes()))) {
      int version = in.readInt();
      return version == VERSION || version == BEFORE_MASKS
          ? Optional.of(saved(in, version))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CheckpointState saved(DataInputStream in, int version) throws IOException {
    int iteration = in.readInt();
    double seconds = in.readDouble();
    int count = in.readInt();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(
          new Point(
              in.readInt(),
              score(in),
              in.readBoolean() ? Optional.of(score(in)) : Optional.empty()));
    }
    Optional<Measurement> best =
        in.readBoolean()
            ? Optional.of(
                new Measurement(in.readInt(), score(in), score(in), BitSet.valueOf(bytes(in))))
            : Optional.empty();
    int arrays = in.readInt();
    List<float[]> state = new ArrayList<>();
    for (int i = 0; i < arrays; i++) {
      state.add(floats(in));
    }
    int weights = in.readInt();
    Map<Integer, float[]> kept = new HashMap<>();
    for (int i = 0; i < weights; i++) {
      kept.put(in.readInt(), floats(in));
    }
    Optional<int[]> mask =
        version > BEFORE_MASKS && in.readBoolean() ? Optional.of(integers(in)) : Optional.empty();
    return new CheckpointState(
        iteration, seconds, points, best, mask, new NetworkState(state), kept);
  }

  private static float[] floats(DataInputStream in) throws IOException {
    byte[] bytes = bytes(in);
    float[] array = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(array);
    return array;
  }

  private static int[] integers(DataInputStream in) throws IOException {
    byte[] bytes = bytes(in);
    int[] array = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(array);
    return array;
  }

  private static Score score(DataInputStream in) throws IOException {
    return new Score(in.readDouble(), in.readDouble());
  }

  private static byte[] bytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("A checkpoint ends too early");
    }
    return bytes;
  }
}
