package org.talblatt.notification.push;

import java.time.Instant;

/**
 * A device as its reader sees it in the list.
 *
 * @param browser what it calls itself, in short
 * @param service the host that takes the messages
 * @param current whether it is the one that asks
 */
public record PushDevice(long id, String browser, String service, Instant since, boolean current) {}
