package org.talblatt.wire.format.nitf;

import java.util.stream.Stream;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Xml;
import org.w3c.dom.Element;

/** Subjects, genres, keywords and places of a NITF head. */
final class NitfTopics {
  private NitfTopics() {}

  static void read(NitfHead head, ItemBuilder wire) {
    for (Element subject : head.all("tobject.subject")) {
      subject(subject, wire);
    }
    for (Element property : head.all("tobject.property")) {
      String genre = property.getAttribute("tobject.property.type");
      wire.topic(genre.isEmpty() ? "" : "genre:" + genre, genre);
    }
    for (Element keyword : head.all("keyword")) {
      String key = keyword.getAttribute("key").strip();
      wire.topic("", key.isEmpty() ? Xml.text(keyword) : key);
    }
    for (Element scope : head.all("doc-scope")) {
      String name = scope.getAttribute("scope").strip();
      wire.topic(wire.provider.equals("dpa") && !name.isEmpty() ? "dpacat:" + name : "", name);
    }
    head.all("classifier").forEach(one -> wire.topic("", one.getAttribute("value")));
    places(head, wire);
  }

  private static void subject(Element subject, ItemBuilder wire) {
    String number = subject.getAttribute("tobject.subject.refnum").strip();
    String name =
        Stream.of("detail", "matter", "type")
            .map(level -> subject.getAttribute("tobject.subject." + level).strip())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    wire.topic(number.matches("\\d{8}") ? "subj:" + number : number, name);
  }

  private static void places(NitfHead head, ItemBuilder wire) {
    for (Element place : head.all("evloc")) {
      Stream.of("city", "county-dist", "state-prov", "iso-cc")
          .forEach(name -> wire.place("", place.getAttribute(name).strip()));
    }
    for (Element location : head.all("location")) {
      wire.place(location.getAttribute("location-code").strip(), Xml.text(location));
    }
  }
}
