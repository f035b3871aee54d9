package org.talblatt.wire.format;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.SafeHtml;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;

/** A {@link WireItem} while a reader fills it. */
public final class ItemBuilder {
  public String provider = "";
  public String guid = "";
  public long version = 1;
  public @Nullable OffsetDateTime versionCreated;
  public @Nullable OffsetDateTime updated;
  public WireItem.Kind kind = WireItem.Kind.TEXT;
  public WireItem.Status status = WireItem.Status.USABLE;
  public String headline = "";
  public String kicker = "";
  public String subhead = "";
  public String teaser = "";
  public String byline = "";
  public String credit = "";
  public String dateline = "";
  public SafeHtml body = SafeHtml.EMPTY;
  public String language = "";
  public @Nullable Integer urgency;
  public @Nullable OffsetDateTime firstCreated;
  public String signal = "";
  public @Nullable OffsetDateTime embargo;
  public @Nullable OffsetDateTime expires;
  public String correctionNote = "";
  public String publishNotice = "";
  public String rights = "";
  public boolean mustBeRead;
  private boolean tooLarge;

  /** Besides what its topics say. */
  public boolean forEditors;

  public final List<WireItem.Picture> pictures = new ArrayList<>();
  public final Set<WireItem.Topic> topics = new LinkedHashSet<>();
  public final Set<WireItem.Topic> places = new LinkedHashSet<>();
  public final Set<WireItem.Related> related = new LinkedHashSet<>();
  public final Set<WireItem.Note> notes = new LinkedHashSet<>();

  /** Set after the status: a cancel acts whatever its number. */
  public void version(String text) throws UnreadableWire {
    if (text.matches("\\d{1,18}")) {
      version = Long.parseLong(text);
    } else if (!text.isEmpty() && status != WireItem.Status.CANCELED) {
      throw UnreadableWire.value("version", text);
    }
  }

  /** Set after the status: an embargo that nobody understands holds up no cancel, but all else. */
  public void embargo(String text) throws UnreadableWire {
    embargo =
        status == WireItem.Status.CANCELED ? Moments.of(text) : Moments.exact("embargoed", text);
  }

  public void topic(String code, String name) {
    if (!code.isEmpty() || !name.isEmpty()) {
      topics.add(new WireItem.Topic(code, name));
    }
  }

  public void place(String code, String name) {
    if (!name.isEmpty()) {
      places.add(new WireItem.Topic(code, name));
    }
  }

  public void note(String text, boolean isPublic) {
    if (!text.isBlank()) {
      notes.add(new WireItem.Note(Printable.of(text).strip(), isPublic));
    }
  }

  /** A body read by {@link StoryText}: with it come dateline, correction and service lines. */
  public void story(StoryText.Story story) {
    body = story.body();
    if (dateline.isEmpty()) {
      dateline = story.dateline();
    }
    if (correctionNote.isEmpty()) {
      correctionNote = story.correctionNote();
    }
    related.addAll(story.links());
    story.closed().forEach(text -> note(text, false));
    mustBeRead |= story.mustBeRead();
    tooLarge |= story.tooLarge();
  }

  private static void bound(String field, String value, int longest) throws UnreadableWire {
    if (value.length() > longest) {
      throw UnreadableWire.value(field, value);
    }
  }

  /** Of a cancel nothing is printed: its lines are cut instead. */
  private void boundLines() throws UnreadableWire {
    if (status == WireItem.Status.CANCELED) {
      headline = beginning(headline);
      kicker = beginning(kicker);
      signal = beginning(signal);
      return;
    }
    bound("headline", headline, 1000);
    bound("kicker", kicker, 1000);
    bound("subhead", subhead, 2000);
    bound("teaser", teaser, 10_000);
    bound("byline", byline, 2000);
    bound("signal", signal, 200);
  }

  private static String beginning(String line) {
    return line.codePoints()
        .limit(200)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Agencies name the place of the dateline once bare and once with its code. */
  private static List<WireItem.Topic> withoutRepeats(Set<WireItem.Topic> places) {
    return places.stream()
        .filter(
            place ->
                !place.code().isEmpty()
                    || places.stream()
                        .noneMatch(o -> !o.code().isEmpty() && o.name().equals(place.name())))
        .toList();
  }

  /** Longer than such a text ever is: it may be one, but nobody should find that out in print. */
  private boolean unusual() {
    return headline.length() > 300
        || kicker.length() > 200
        || subhead.length() > 600
        || teaser.length() > 3000
        || byline.length() > 300
        || correctionNote.length() > 3000
        || body.html().length() > 300_000;
  }

  /** Its words are to be had elsewhere, or got lost on the way. */
  private boolean textless() {
    return kind == WireItem.Kind.TEXT && body.isEmpty();
  }

  private boolean saysNotForPrint() {
    return Stream.of(headline, kicker, subhead, teaser, byline, correctionNote, publishNotice)
        .anyMatch(NotForPrint::saidIn);
  }

  private void bounds() throws UnreadableWire {
    if (tooLarge && status != WireItem.Status.CANCELED) {
      throw UnreadableWire.value("body", headline);
    }
    bound("guid", guid, 500);
    bound("provider", provider, 200);
    boundLines();
  }

  /** The item, unless one of its lines is no line: headlines end on a page. */
  public WireItem build() throws UnreadableWire {
    bounds();
    return new WireItem(
        provider,
        guid,
        version,
        versionCreated,
        updated,
        kind,
        status,
        headline,
        kicker,
        subhead,
        teaser,
        byline,
        credit,
        dateline,
        body,
        language,
        urgency,
        firstCreated,
        signal,
        embargo,
        expires,
        correctionNote,
        publishNotice,
        rights,
        List.copyOf(pictures),
        List.copyOf(topics),
        withoutRepeats(places),
        List.copyOf(related),
        List.copyOf(notes),
        forEditors || EditorsOnly.is(topics),
        mustBeRead || unusual() || textless() || saysNotForPrint());
  }
}
