package org.talblatt.wire.format.nitf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.BodyBound;
import org.talblatt.wire.format.Markup;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/**
 * What a NITF body says, also where it stands inside another format.
 *
 * @param dateline the place as sent; the moment that some put there left out
 * @param notes for editors only
 */
public record NitfBody(
    String html,
    String headline,
    String subhead,
    String kicker,
    String teaser,
    String byline,
    String dateline,
    String distributor,
    List<String> notes) {

  /** Reads {@code nitf}, {@code body} or a bare content. */
  public static NitfBody of(Element nitf) {
    Element body = Xml.name(nitf).equals("body") ? nitf : Xml.child(nitf, "body");
    Element head = Xml.child(body, "body.head");
    Element content = Xml.child(body, "body.content");
    List<String> notes = new ArrayList<>();
    Xml.all(head, "note").forEach(note -> notes.add(Markup.blockText(note)));
    takeNotes(content, notes);
    Xml.all(Xml.child(body, "body.end"), "tagline").forEach(line -> notes.add(Xml.text(line)));
    Element hedline = Xml.child(head, "hedline");
    String teaser = abstractOf(head);
    return new NitfBody(
        content == null ? "" : withoutRepeat(Markup.inner(content), teaser),
        Xml.text(hedline, "hl1"),
        hl2(hedline, false),
        hl2(hedline, true),
        teaser,
        byline(Xml.child(head, "byline")),
        dateline(Xml.child(head, "dateline")),
        Xml.text(head, "distributor"),
        notes);
  }

  private static void takeNotes(@Nullable Element content, List<String> notes) {
    for (Element note : Xml.all(content, "note")) {
      notes.add(Markup.blockText(note));
      note.getParentNode().removeChild(note);
    }
  }

  /** Old dpa documents have their kicker in a second headline. */
  private static String hl2(@Nullable Element hedline, boolean kicker) {
    return Xml.children(hedline, "hl2").stream()
        .filter(one -> one.getAttribute("class").equals("ShortHeadLine") == kicker)
        .map(Xml::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String abstractOf(@Nullable Element head) {
    Element summary = Xml.child(head, "abstract");
    return summary == null ? "" : Xml.collapse(Markup.blockText(summary));
  }

  /** "By Bernard Condon, AP Business Writer": the title stands in an element of its own. */
  private static String byline(@Nullable Element byline) {
    if (byline == null) {
      return "";
    }
    String title = Xml.text(byline, "byttl");
    for (Element one : Xml.children(byline, "byttl")) {
      byline.removeChild(one);
    }
    String name = Xml.collapse(Markup.blockText(byline));
    return title.isEmpty() || name.isEmpty() ? name + title : name + ", " + title;
  }

  private static String dateline(@Nullable Element dateline) {
    for (Element moment : Xml.all(dateline, "story.date")) {
      Objects.requireNonNull(moment.getParentNode()).removeChild(moment);
    }
    return Xml.text(dateline);
  }

  /** PA repeats the first paragraph as an abstract. */
  private static String withoutRepeat(String html, String teaser) {
    if (teaser.isEmpty() || BodyBound.isPassedBy(html)) {
      return html;
    }
    org.jsoup.nodes.Document document = org.jsoup.Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    org.jsoup.nodes.Element first =
        document.select("p").stream().filter(p -> !p.text().isBlank()).findFirst().orElse(null);
    if (first == null || !letters(first.text()).equals(letters(teaser))) {
      return html;
    }
    first.remove();
    return document.body().html();
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
  }
}
