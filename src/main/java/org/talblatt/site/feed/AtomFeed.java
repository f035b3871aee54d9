package org.talblatt.site.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.talblatt.platform.text.SafeHtml;

/**
 * A feed as a document: RFC 4287, with RFC 4685 for what answers what. All addresses are full ones.
 *
 * @param self its own address, and so its id
 * @param page the page that shows the same to people
 * @param updated where there are no entries
 */
record AtomFeed(
    String title, String language, String self, String page, Instant updated, List<Entry> entries) {
  static final String TYPE = "application/atom+xml;charset=utf-8";

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String THREAD = "http://purl.org/syndication/thread/1.0";
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

  /** Nothing is found twice in a feed, and nobody waits for megabytes. */
  private static final int MOST_CHARACTERS = 250_000;

  /**
   * A comment.
   *
   * @param address its permanent one, and so its id
   * @param authorPage null for who has none
   * @param answers the permanent address of the comment that it answers; null for none
   */
  record Entry(
      String address,
      String title,
      String author,
      @Nullable String authorPage,
      Instant published,
      Instant updated,
      SafeHtml html,
      @Nullable String answers) {}

  /** The document. */
  String xml() {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = WRITERS.createXMLStreamWriter(text);
      out.writeStartDocument("utf-8", "1.0");
      write(new Elements(out));
      out.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private void write(Elements out) throws XMLStreamException {
    out.writer().writeStartElement("feed");
    out.writer().writeDefaultNamespace(ATOM);
    out.writer().writeNamespace("thr", THREAD);
    out.attribute("xml:lang", language);
    out.text("id", self);
    out.text("title", title);
    out.text("updated", newest().toString());
    out.link("self", self, "application/atom+xml");
    out.link("alternate", page, "text/html");
    int characters = 0;
    for (Entry entry : entries) {
      characters += entry.html().html().length();
      if (characters > MOST_CHARACTERS) {
        break;
      }
      write(out, entry);
    }
    out.writer().writeEndElement();
  }

  private Instant newest() {
    return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(updated);
  }

  private static void write(Elements out, Entry entry) throws XMLStreamException {
    out.writer().writeStartElement("entry");
    out.text("id", entry.address());
    out.text("title", entry.title());
    out.writer().writeStartElement("author");
    out.text("name", entry.author());
    if (entry.authorPage() != null) {
      out.text("uri", entry.authorPage());
    }
    out.writer().writeEndElement();
    out.text("published", entry.published().toString());
    out.text("updated", entry.updated().toString());
    out.link("alternate", entry.address(), "text/html");
    if (entry.answers() != null) {
      out.writer().writeEmptyElement("thr:in-reply-to");
      out.attribute("ref", entry.answers());
      out.attribute("href", entry.answers());
      out.attribute("type", "text/html");
    }
    out.writer().writeStartElement("content");
    out.attribute("type", "html");
    out.writer().writeCharacters(legal(entry.html().html()));
    out.writer().writeEndElement();
    out.writer().writeEndElement();
  }

  private record Elements(XMLStreamWriter writer) {
    void text(String name, String value) throws XMLStreamException {
      writer.writeStartElement(name);
      writer.writeCharacters(legal(value));
      writer.writeEndElement();
    }

    void link(String rel, String address, String type) throws XMLStreamException {
      writer.writeEmptyElement("link");
      attribute("rel", rel);
      attribute("type", type);
      attribute("href", address);
    }

    void attribute(String name, String value) throws XMLStreamException {
      writer.writeAttribute(name, legal(value));
    }
  }

  /** Without the characters that XML 1.0 can't hold: one of them and no program reads the feed. */
  static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().filter(AtomFeed::allowed).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean allowed(int character) {
    return character >= 0x20
        ? !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
            && character != 0xFFFE
            && character != 0xFFFF
        : character == '\t' || character == '\n' || character == '\r';
  }
}
