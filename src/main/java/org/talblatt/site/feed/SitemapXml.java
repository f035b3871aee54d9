package org.talblatt.site.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Sitemaps as documents: sitemaps.org's protocol, with Google's elements for news. */
final class SitemapXml {
  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";
  private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

  private SitemapXml() {}

  /**
   * An address.
   *
   * @param changed null where that is no matter
   * @param news null where it is none
   */
  record Place(String address, @Nullable Instant changed, @Nullable News news) {}

  /** What an article is as news. */
  record News(String paper, String language, Instant published, String title) {}

  /** What writes the inner part of a document. */
  private interface Content {
    void write(XMLStreamWriter out) throws XMLStreamException;
  }

  /** The document that names others. */
  static String index(List<String> documents) {
    return document(
        "sitemapindex",
        out -> {
          for (String address : documents) {
            out.writeStartElement("sitemap");
            text(out, "loc", address);
            out.writeEndElement();
          }
        });
  }

  /** The document that names pages. */
  static String addresses(List<Place> places) {
    return document(
        "urlset",
        out -> {
          for (Place place : places) {
            place(out, place);
          }
        });
  }

  private static String document(String root, Content content) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = WRITERS.createXMLStreamWriter(text);
      out.writeStartDocument("utf-8", "1.0");
      out.writeStartElement(root);
      out.writeDefaultNamespace(SITEMAP);
      out.writeNamespace("news", NEWS);
      content.write(out);
      out.writeEndElement();
      out.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void place(XMLStreamWriter out, Place place) throws XMLStreamException {
    out.writeStartElement("url");
    text(out, "loc", place.address());
    if (place.changed() != null) {
      text(out, "lastmod", moment(place.changed()));
    }
    News news = place.news();
    if (news != null) {
      out.writeStartElement("news:news");
      out.writeStartElement("news:publication");
      text(out, "news:name", news.paper());
      text(out, "news:language", news.language());
      out.writeEndElement();
      text(out, "news:publication_date", moment(news.published()));
      text(out, "news:title", news.title());
      out.writeEndElement();
    }
    out.writeEndElement();
  }

  private static String moment(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void text(XMLStreamWriter out, String name, String value)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(AtomFeed.legal(value));
    out.writeEndElement();
  }
}
