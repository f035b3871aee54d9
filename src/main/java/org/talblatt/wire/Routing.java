package org.talblatt.wire;

/**
 * The newsroom's rules, asked for each item that is new or has a new version. Implemented above.
 */
public interface Routing {
  /** Where it belongs. */
  WireRoute route(WireFacts facts);
}
