package org.talblatt.platform.jobs;

import java.time.Duration;

/**
 * Work that comes up again and again. As a bean it runs on one node at a time.
 *
 * @param pause from the end of one run to the beginning of the next
 */
public record Chore(String name, Duration pause, Runnable work) {}
