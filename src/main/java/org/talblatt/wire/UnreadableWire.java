package org.talblatt.wire;

/** A file or item that no reader could turn into a {@link WireItem}. */
public final class UnreadableWire extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Refusal refusal;

  UnreadableWire(String key, Object... arguments) {
    super(key);
    this.refusal = Refusal.of(key, arguments);
  }

  /** What is wrong with it, and where. */
  public Refusal refusal() {
    return refusal;
  }
}
