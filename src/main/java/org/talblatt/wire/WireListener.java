package org.talblatt.wire;

/**
 * What the desk does when an agency changes an item that was taken. Called inside the ingest's
 * transaction, so that a cancel and its effect are one.
 */
public interface WireListener {
  /** A version came in that was not known yet; whatever else is called, this comes after it. */
  default void received(WireItemId id, WireItem item) {}

  /**
   * A newer version of an item that is published.
   *
   * @return whether it was put into the article; false: it waits for an editor
   */
  boolean updated(WireItemId id, WireItem item);

  /**
   * The agency takes it back: off the site.
   *
   * @param why canceled or withheld
   */
  void withdrawn(WireItemId id, WireItem.Status why);
}
