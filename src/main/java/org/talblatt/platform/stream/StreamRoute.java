package org.talblatt.platform.stream;

import org.jspecify.annotations.Nullable;

/** A family of addresses whose answers stay open. Implemented by features as beans. */
public interface StreamRoute {
  /** The topic that is heard at this path, by its shape alone; null where it is none of ours. */
  @Nullable String topic(String path);

  /**
   * Somebody wants to hear a topic that nobody heard so far, and waits. Returns at once; before
   * long the topic is told with {@link Streams#greet} or ended with {@link Streams#end}.
   */
  void opened(String topic);
}
