package org.talblatt.wire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.Refusal;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireContent;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.WireFormats;
import tools.jackson.databind.JsonNode;

/** Compares what is read of one file with what others read off it. */
public final class WireCheck {
  private static final List<String> SECTIONS =
      List.of("read_off", "golden_expect", "newsroom", "derived_expect", "peer_test");
  private static final List<String> CLOSED =
      List.of("must_not_be_public", "must_not_be_public_strings");
  private static final int LONGEST_SHOWN = 160;

  private final String format;
  private final JsonNode expected;
  private final List<Finding> findings = new ArrayList<>();

  private WireCheck(JsonNode expected) {
    this.expected = expected;
    this.format = expected.path("format").asString("");
  }

  /**
   * Reads a file and compares each value.
   *
   * @param expected what {@code expected.json} has under the file's name
   */
  public static FileReport of(String name, byte[] bytes, JsonNode expected) {
    try {
      WireContent content = WireFormats.read(bytes);
      return new WireCheck(expected).report(name, content.items(), content.refusal(), false);
    } catch (UnreadableWire unreadable) {
      return new WireCheck(expected).report(name, List.of(), unreadable.refusal(), true);
    }
  }

  private FileReport report(
      String name, List<WireItem> items, @Nullable Refusal refusal, boolean nothing) {
    boolean rightly = nothing && Formats.mayRefuse(format, expected);
    if (!rightly) {
      SECTIONS.forEach(section -> compare(section, items));
    }
    List<String> closed = closed();
    String open = String.join(" | ", items.stream().map(PublicTexts::of).toList());
    List<String> leaks = closed.stream().filter(open::contains).toList();
    return new FileReport(
        name,
        format,
        List.copyOf(findings),
        refusal,
        lost(nothing && !rightly),
        closed.size(),
        leaks);
  }

  /** Whether somebody read something off a file that we don't read. */
  private boolean lost(boolean nothing) {
    return nothing && findings.stream().anyMatch(Finding::counts);
  }

  /** One object for the first item, or a list with one for each; peers' all speak of the first. */
  private void compare(String section, List<WireItem> items) {
    JsonNode values = expected.path(section);
    if (!values.isArray()) {
      compare(section, values, items, 0);
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      compare(section, values.path(i), items, section.equals("peer_test") ? 0 : i);
    }
  }

  private void compare(String section, JsonNode values, List<WireItem> items, int place) {
    @Nullable Subject subject = place < items.size() ? new Subject(items.get(place), items) : null;
    for (Map.Entry<String, JsonNode> value : values.properties()) {
      findings.add(finding(section, value.getKey(), value.getValue(), subject));
    }
  }

  private Finding finding(String section, String key, JsonNode value, @Nullable Subject subject) {
    Optional<Field> field = Fields.of(format, section, key);
    if (field.isEmpty()) {
      Optional<String> reason = NotOurs.reason(format, section, key);
      return new Finding(
          section,
          key,
          reason.isPresent() ? Finding.Outcome.NOT_OURS : Finding.Outcome.UNKNOWN,
          reason.orElse(""),
          "",
          "");
    }
    String ours = subject == null ? "" : field.get().shown().apply(subject);
    return new Finding(
        section,
        key,
        outcome(field.get(), value, subject, ours),
        field.get().name(),
        cut(value.isContainer() ? value.toString() : Values.plain(value)),
        cut(ours));
  }

  private static Finding.Outcome outcome(
      Field field, JsonNode value, @Nullable Subject subject, String ours) {
    if (subject != null && field.equal().test(value, subject)) {
      return Finding.Outcome.EQUAL;
    }
    return ours.isEmpty() ? Finding.Outcome.MISSING : Finding.Outcome.DIFFERS;
  }

  private static String cut(String text) {
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + " …" : text;
  }

  /** Every text that somebody says must not be public. */
  private List<String> closed() {
    List<String> closed = new ArrayList<>();
    for (String section : SECTIONS) {
      JsonNode values = expected.path(section);
      for (JsonNode one : values.isArray() ? values : List.of(values)) {
        CLOSED.forEach(key -> closed.addAll(Values.texts(one.path(key))));
      }
    }
    return closed.stream().filter(text -> !text.isEmpty()).distinct().toList();
  }
}
