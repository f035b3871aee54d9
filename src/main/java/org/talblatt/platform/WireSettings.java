package org.talblatt.platform;

import java.nio.file.Path;

/**
 * How agency copy comes in.
 *
 * @param folder holds a folder for each provider whose files are taken in
 * @param inside whether copy may be fetched from private addresses: for tests, and for an agency's
 *     box in the house
 */
public record WireSettings(Path folder, boolean inside) {}
