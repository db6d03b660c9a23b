package dev.winnow.queue;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;

/** Keeps db-scheduler from Java serialization: queue rows carry no data. */
final class NoTaskData implements Serializer {
  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    return null;
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] bytes) {
    return null;
  }
}
