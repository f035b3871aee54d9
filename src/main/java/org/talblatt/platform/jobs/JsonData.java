package org.talblatt.platform.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A job's data as JSON: readable in the table, and nothing can be smuggled into a class loader. */
final class JsonData implements Serializer {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public byte @Nullable [] serialize(@Nullable Object data) {
    return data == null ? null : JSON.writeValueAsBytes(data);
  }

  @Override
  public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
    return data == null ? null : JSON.readValue(data, type);
  }
}
