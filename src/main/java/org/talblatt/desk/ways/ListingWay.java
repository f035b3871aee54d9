package org.talblatt.desk.ways;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.springframework.stereotype.Component;

/**
 * Files that a feed or a server's own page lists, each with an address below it: as APA offers its
 * folders. Addresses on other servers aren't followed.
 */
@Component
class ListingWay implements WayIn {
  private final Fetches fetches;
  private final RemoteFolder folder;

  ListingWay(Fetches fetches, RemoteFolder folder) {
    this.fetches = fetches;
    this.folder = folder;
  }

  @Override
  public WayKind kind() {
    return WayKind.LISTING;
  }

  @Override
  public Look look(Way way, Arrivals arrivals)
      throws WayTrouble, IOException, InterruptedException {
    return folder.look(
        way,
        new RemoteFolder.Server() {
          @Override
          public List<RemoteFile> list() throws WayTrouble, IOException, InterruptedException {
            Fetches.Answer answer = fetches.get(way, way.address(), Map.of());
            return files(way, new String(answer.body(), StandardCharsets.UTF_8), answer.address());
          }

          @Override
          public byte[] read(String name) throws WayTrouble, IOException, InterruptedException {
            return fetches.get(way, URI.create(name), Map.of()).body();
          }
        },
        arrivals);
  }

  /** The files that a document lists, by name: agencies begin names with day and number. */
  static List<RemoteFile> files(Way way, String document, URI address) {
    Map<String, RemoteFile> files = new LinkedHashMap<>();
    boolean feed = document.stripLeading().matches("(?s)(<\\?xml.*|<(rss|feed|rdf:RDF)\\b.*)");
    for (RemoteFile file : feed ? ofFeed(document, address) : ofPage(document, address)) {
      if (way.covers(URI.create(file.name()))) {
        files.putIfAbsent(file.name(), file);
      }
    }
    List<RemoteFile> sorted = new ArrayList<>(files.values());
    sorted.sort(Comparator.comparing(RemoteFile::name));
    return sorted;
  }

  private static List<RemoteFile> ofFeed(String document, URI address) {
    List<RemoteFile> files = new ArrayList<>();
    Document feed = Jsoup.parse(document, address.toString(), Parser.xmlParser());
    for (Element entry : feed.select("item, entry")) {
      String stamp = entry.select("> pubDate, > updated, > dc|date").text();
      entry.select("> link, > enclosure").stream()
          .map(link -> link.hasAttr("href") ? link.attr("href") : link.attr("url") + link.text())
          .findFirst()
          .ifPresent(link -> add(files, address, link.strip(), stamp));
    }
    return files;
  }

  private static List<RemoteFile> ofPage(String document, URI address) {
    List<RemoteFile> files = new ArrayList<>();
    for (Element link : Jsoup.parse(document, address.toString()).select("a[href]")) {
      String target = link.attr("href");
      if (!target.contains("?") && !target.endsWith("/") && !target.startsWith("#")) {
        add(files, address, target, after(link));
      }
    }
    return files;
  }

  /** Time and size, as servers print them behind a link or in the next cells of its row. */
  private static String after(Element link) {
    Node next = link.nextSibling();
    if (next instanceof TextNode text && !text.isBlank()) {
      return text.text().strip();
    }
    Element cell = link.closest("td");
    return cell == null ? "" : cell.nextElementSiblings().text();
  }

  private static void add(List<RemoteFile> files, URI address, String target, String stamp) {
    try {
      URI file = address.resolve(target);
      String below = address.resolve(".").getRawPath();
      if (file.getRawPath() != null && file.getRawPath().startsWith(below)) {
        files.add(new RemoteFile(file.toString(), stamp, -1));
      }
    } catch (IllegalArgumentException noAddress) {
      // a link to nowhere is none of theirs
      return;
    }
  }
}
