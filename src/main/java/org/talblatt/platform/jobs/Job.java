package org.talblatt.platform.jobs;

import java.util.function.Consumer;

/**
 * A kind of work that may wait. As a bean it is known to {@link Jobs}. It may run twice where a
 * node dies in the middle, so it must bear that.
 *
 * @param name never changes: rows of the queue hold it
 * @param data what a run needs; small, written as JSON
 * @param work fails by throwing, and is then tried again, later and later, for about a day
 */
public record Job<T>(String name, Class<T> data, Consumer<T> work) {}
