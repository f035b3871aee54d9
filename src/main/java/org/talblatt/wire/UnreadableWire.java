package org.talblatt.wire;

/** A file or item that no reader could turn into a {@link WireItem}. */
public final class UnreadableWire extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Refusal refusal;

  public UnreadableWire(String key, Object... arguments) {
    super(key);
    this.refusal = Refusal.of(key, arguments);
  }

  /** A field that holds what it can't; long values are cut. */
  public static UnreadableWire value(String field, String value) {
    String shown = value.length() > 100 ? value.substring(0, 40) + " …" : value;
    return new UnreadableWire("wire.refused.value", field, shown);
  }

  /** What is wrong with it, and where. */
  public Refusal refusal() {
    return refusal;
  }
}
