package org.talblatt.discussion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A thread's comments in reading order, cut into pages. Compared by what it holds.
 *
 * @param numbers the comments' numbers
 * @param starts where in them (from 0) each page begins; one page at least, also of nothing
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers, never changed
record Paging(int[] numbers, int[] starts) {

  /** The cut of a thread in reading order. */
  static Paging of(List<Branches.Node> inOrder) {
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    for (List<Branches.Node> page : Branches.pages(inOrder)) {
      starts.add(at);
      at += page.size();
    }
    return new Paging(
        inOrder.stream().mapToInt(Branches.Node::number).toArray(),
        starts.stream().mapToInt(Integer::intValue).toArray());
  }

  int pages() {
    return starts.length;
  }

  /** The comments of a page, from 1. */
  List<Integer> page(int page) {
    int end = page == starts.length ? numbers.length : starts[page];
    return stretch(starts[page - 1], end);
  }

  /** The comments from one place (from 0) to before another. */
  List<Integer> stretch(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> numbers[i]).toList();
  }

  /** Where a comment stands, from 0; -1 where it does not. */
  int indexOf(int number) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == number) {
        return i;
      }
    }
    return -1;
  }

  /** The page that a comment stands on, from 1. */
  Optional<Integer> pageOf(int number) {
    int index = indexOf(number);
    if (index < 0) {
      return Optional.empty();
    }
    int found = Arrays.binarySearch(starts, index);
    return Optional.of(found >= 0 ? found + 1 : -found - 1);
  }

  /**
   * Where one goes on behind a comment that was written since, stood at the end (where the oldest
   * come first) and is gone.
   */
  int behindTail(int number) {
    int at = numbers.length;
    while (at > 0
        && numbers[at - 1] > number
        && (at == numbers.length || numbers[at - 1] < numbers[at])) {
      at--;
    }
    return at;
  }

  /** The same, with more pages at the end. */
  Paging and(Paging more) {
    if (more.numbers.length == 0) {
      return this;
    }
    int[] all = Arrays.copyOf(numbers, numbers.length + more.numbers.length);
    System.arraycopy(more.numbers, 0, all, numbers.length, more.numbers.length);
    int[] cuts = Arrays.copyOf(starts, starts.length + more.starts.length);
    for (int i = 0; i < more.starts.length; i++) {
      cuts[starts.length + i] = numbers.length + more.starts[i];
    }
    return new Paging(all, cuts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Paging that
        && Arrays.equals(numbers, that.numbers)
        && Arrays.equals(starts, that.starts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(numbers) + Arrays.hashCode(starts);
  }

  @Override
  public String toString() {
    return numbers.length + " comments on " + starts.length + " pages";
  }
}
