package org.talblatt.wire.format.release;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.PlainText;
import org.talblatt.wire.format.Printable;
import org.talblatt.wire.format.StoryText;
import org.talblatt.wire.format.WireFile;
import org.talblatt.wire.format.WireFormat;
import org.talblatt.wire.format.Xml;

/**
 * AsiaNet's releases: {@code Source: …}, {@code MEDIA RELEASE PR67276}, headline, text. It is no
 * journalism: the kicker says so to readers, and nothing of it goes out unread. Contacts are
 * closed.
 */
public final class AsiaNet implements WireFormat {
  private static final Pattern HEAD =
      Pattern.compile(
          "^\\s*Source:[ \\t]*([^\\r\\n]{1,200}?)\\s*\\r?\\n\\s*MEDIA RELEASE[ \\t]+(PR\\d{3,9})[^\\r\\n]*\\r?\\n(.*)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  private static final Pattern DATELINE =
      Pattern.compile(
          "^([^/\\n]{3,80}?),?\\s+\\p{L}{3,9}\\.? \\d{1,2}, \\d{4}\\s*/[^/]{2,40}/\\s*-*\\s*");
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?im)^\\s*(?:media |press )?contacts?(?:\\b[^\\n]{0,40})?:|^\\s*source:?\\s");

  @Override
  public boolean recognises(WireFile file) {
    return HEAD.matcher(file.text()).lookingAt();
  }

  @Override
  public List<Entry> entries(WireFile file) {
    Matcher head = HEAD.matcher(Printable.of(file.text()));
    if (!head.lookingAt()) {
      return List.of();
    }
    return List.of(new Entry(head.group(2), () -> item(head)));
  }

  private static WireItem item(Matcher head) throws UnreadableWire {
    ItemBuilder wire = new ItemBuilder();
    wire.provider = "asianet";
    wire.guid = "asianet:" + head.group(2);
    wire.kicker = "Media Release: " + head.group(1);
    wire.credit = head.group(1);
    wire.language = "en";
    wire.mustBeRead = true;
    String[] parts = head.group(3).strip().split("\\r?\\n\\s*\\r?\\n", 2);
    wire.headline = Xml.collapse(parts[0]);
    String text = parts.length < 2 ? "" : parts[1];
    Matcher contact = CONTACT.matcher(text);
    if (contact.find()) {
      wire.note(text.substring(contact.start()), false);
      text = text.substring(0, contact.start());
    }
    Matcher dateline = DATELINE.matcher(text);
    String place = dateline.lookingAt() ? dateline.group(1) : "";
    text = place.isEmpty() ? text : text.substring(dateline.end());
    wire.story(StoryText.of(PlainText.html(text), List.of(wire.headline), place));
    return wire.build();
  }
}
