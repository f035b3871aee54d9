package org.talblatt.wire.check;

import java.util.List;
import org.talblatt.wire.WireItem;

/** An item that is checked, among all of its file. */
record Subject(WireItem item, List<WireItem> all) {}
