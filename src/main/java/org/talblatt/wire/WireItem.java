package org.talblatt.wire;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.SafeHtml;

/**
 * What an agency sent, whatever its format: one version of one item. Texts that were not sent are
 * empty, moments null. What is not meant for the public stands in {@link #notes} and nowhere else.
 *
 * @param provider short and in lower case ("apa", "dpa"); with {@code guid} the item's identity
 * @param guid bare, without its version; empty where the file has none
 * @param updated when this delivery was made, where the format tells it apart from the version
 * @param credit who the text is from, as it is printed: "APA/dpa"
 * @param dateline the place alone: without the agency's bracket, which the credit holds
 * @param body without headline, dateline, correction block and service lines
 * @param language BCP 47; empty where neither item nor file tells
 * @param urgency 1 = flash … 9, as the agency has it
 * @param signal the item's editorial signal, "sig:correction" before any other
 * @param correctionNote what was corrected, in words meant for readers
 * @param publishNotice a line that must be printed where the item goes out unread
 * @param related links and members of a package
 * @param forEditors an agency's word to the newsroom (preview, programme, notice): never an article
 * @param mustBeRead may not go out unread: something in it is, or could be, not for the public, or
 *     it is longer than such a text ever is
 */
public record WireItem(
    String provider,
    String guid,
    long version,
    @Nullable OffsetDateTime versionCreated,
    @Nullable OffsetDateTime updated,
    Kind kind,
    Status status,
    String headline,
    String kicker,
    String subhead,
    String teaser,
    String byline,
    String credit,
    String dateline,
    SafeHtml body,
    String language,
    @Nullable Integer urgency,
    @Nullable OffsetDateTime firstCreated,
    String signal,
    @Nullable OffsetDateTime embargo,
    @Nullable OffsetDateTime expires,
    String correctionNote,
    String publishNotice,
    String rights,
    List<Picture> pictures,
    List<Topic> topics,
    List<Topic> places,
    List<Related> related,
    List<Note> notes,
    boolean forEditors,
    boolean mustBeRead) {

  /** The same item, as delivered by this provider; empty: as the file itself says. */
  WireItem from(String other) {
    return with(other.isEmpty() ? provider : other, credit, language, rights);
  }

  /** The same item with what was agreed about it. */
  WireItem dressed(String newCredit, String newLanguage, String newRights) {
    return with(provider, newCredit, newLanguage, newRights);
  }

  private WireItem with(
      String newProvider, String newCredit, String newLanguage, String newRights) {
    return new WireItem(
        newProvider,
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
        newCredit,
        dateline,
        body,
        newLanguage,
        urgency,
        firstCreated,
        signal,
        embargo,
        expires,
        correctionNote,
        publishNotice,
        newRights,
        pictures,
        topics,
        places,
        related,
        notes,
        forEditors,
        mustBeRead);
  }

  /** The codes of subjects and desks. */
  public List<String> codes() {
    return topics.stream().map(Topic::code).filter(code -> !code.isEmpty()).toList();
  }

  /** Whether readers should be told what was corrected: the agency repeats or corrects itself. */
  public boolean correcting() {
    return !correctionNote.isEmpty()
        && (signal.equals("sig:correction") || signal.equals("sig:repeat"));
  }

  /** What the item is. */
  public enum Kind {
    TEXT,
    PICTURE,
    GRAPHICS,
    VIDEO,
    AUDIO,
    COMPOSITE
  }

  /** Whether it may be used; the stricter, the later. */
  public enum Status {
    USABLE,
    WITHHELD,
    CANCELED
  }

  /**
   * A picture of the item or beside it.
   *
   * @param url the largest that was offered; agencies' addresses expire
   * @param focus where the eye should rest, null where unknown
   */
  public record Picture(
      String url,
      String caption,
      String credit,
      String alt,
      String rights,
      @Nullable Focus focus) {}

  /** A point in a picture: shares of its width and height, 0 to 1 from the top left. */
  public record Focus(double x, double y) {}

  /** A subject, desk, genre, keyword or place; {@code code} is empty for free words. */
  public record Topic(String code, String name) {}

  /**
   * @param rel as the agency names it ("irel:seeAlso"), or the group of a package
   * @param target another item's guid, or a web address
   */
  public record Related(String rel, String target, String title) {}

  /**
   * @param isPublic whether the agency says that it may be printed
   */
  public record Note(String text, boolean isPublic) {}
}
