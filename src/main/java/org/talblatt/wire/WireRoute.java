package org.talblatt.wire;

import java.util.List;

/**
 * Where the newsroom's rules put an item.
 *
 * @param section where it would come out; empty where nobody was asked yet, or the paper has none
 * @param lift by so many hours an item counts newer than it is, where the weightiest come first
 * @param near which of the paper's own places it touches
 * @param discussion who may talk under its article at first, in the words of its modes; empty: as
 *     everywhere
 * @param rules those that fitted, by their names
 */
public record WireRoute(
    String section,
    int lift,
    List<String> near,
    Action action,
    String discussion,
    List<String> rules) {
  /** Nobody was asked. */
  public static final WireRoute NONE = new WireRoute("", 0, List.of(), Action.NONE, "", List.of());

  /** The same for an item that waits already: nothing happens to it by itself. */
  WireRoute withoutAction() {
    return new WireRoute(section, lift, near, Action.NONE, discussion, rules);
  }

  /** What happens to an item by itself. */
  public enum Action {
    NONE,
    /** Somebody has to read it, whatever was agreed with its agency. */
    INBOX,
    PUBLISH,
    DISCARD
  }
}
