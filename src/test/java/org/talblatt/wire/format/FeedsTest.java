package org.talblatt.wire.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.talblatt.wire.UnreadableWire;
import org.talblatt.wire.WireItem;

/** RSS, Atom, JSON Feed, AP's Media API and press releases, on samples of our own. */
class FeedsTest {
  private static final String RSS =
      """
      <?xml version="1.0"?><!-- a remark -->
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
      <channel><title>Gemeinde Mühlwald</title><link>https://www.muehlwald.example/</link>
      <language>de-IT</language><copyright>Gemeinde</copyright>
      <item><title>Orgel &amp; Chor</title><link>https://www.muehlwald.example/orgel</link>
      <guid isPermaLink="false">m-1</guid><pubDate>Mon, 2 Mar 2026 09:12 +0100</pubDate>
      <dc:creator>Ada Beispiel</dc:creator><dc:creator>Max Muster</dc:creator>
      <author>tb/beg</author><category>Kultur</category>
      <description>Kurz &lt;b&gt;gesagt&lt;/b&gt;.</description>
      <content:encoded><![CDATA[<p>Die <a href="/chor" onclick="x()">Orgel</a>.</p>
      <script>x()</script>]]></content:encoded>
      <media:content url="https://bild.example/k.jpg" medium="image" width="100"/>
      <media:content url="https://bild.example/g.jpg" medium="image" width="900">
        <media:credit>Foto Muster</media:credit><media:description>Die Orgel</media:description>
      </media:content></item>
      <item><description>Nur ein Satz. Noch einer.</description></item>
      </channel></rss>
      """;

  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="it" xml:base="https://comune.example/news/">
      <title>Comune</title><link href="https://comune.example/"/>
      <entry xml:lang="de"><id>tag:comune.example,2026:7</id><title type="html">Rat &amp;amp; Tat</title>
      <link rel="alternate" href="https://comune.example/news/7"/>
      <link rel="enclosure" type="audio/mpeg" href="https://comune.example/7.mp3"/>
      <published>2026-03-02T08:00:00Z</published><updated>2026-03-02T09:00:00Z</updated>
      <author><name>Ada Beispiel</name><email>ada@comune.example</email></author>
      <category term="rat" label="Gemeinderat"/><summary>Knapp.</summary>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Der <a href="plan">Plan</a>
      <em>gilt</em>.</p></div></content></entry></feed>
      """;

  @Test
  void anRssItemIsReadWithPictureAuthorsAndWholeAddresses() throws Exception {
    WireItem item = read(RSS).getFirst();
    assertThat(item.guid()).isEqualTo("m-1");
    assertThat(item.provider()).isEqualTo("muehlwald");
    assertThat(item.headline()).isEqualTo("Orgel & Chor");
    assertThat(item.teaser()).isEqualTo("Kurz gesagt.");
    assertThat(item.byline()).as("signs are no names").isEqualTo("Ada Beispiel, Max Muster");
    assertThat(item.body().html())
        .isEqualTo(
            "<p>Die <a href=\"https://www.muehlwald.example/chor\" rel=\"noopener\">Orgel</a>.</p>");
    assertThat(item.versionCreated()).isEqualTo(OffsetDateTime.parse("2026-03-02T09:12+01:00"));
    assertThat(item.language()).isEqualTo("de-IT");
    assertThat(item.rights()).isEqualTo("Gemeinde");
    assertThat(item.topics()).extracting("name").containsExactly("Kultur");
    assertThat(item.pictures())
        .containsExactly(
            new WireItem.Picture(
                "https://bild.example/g.jpg", "Die Orgel", "Foto Muster", "", "", null));
    assertThat(item.related()).extracting("target").contains("https://www.muehlwald.example/orgel");
  }

  @Test
  void anItemWithoutAnythingButTextIsKnownByItsText() throws Exception {
    WireItem item = read(RSS).getLast();
    assertThat(item.headline()).isEqualTo("Nur ein Satz.");
    assertThat(item.guid()).startsWith("feed:").isEqualTo(read(RSS).getLast().guid());
  }

  @Test
  void anAtomEntryIsReadInItsOwnLanguageAndUnderItsOwnBase() throws Exception {
    WireItem item = read(ATOM).getFirst();
    assertThat(item.guid()).isEqualTo("tag:comune.example,2026:7");
    assertThat(item.headline()).isEqualTo("Rat & Tat");
    assertThat(item.language()).isEqualTo("de");
    assertThat(item.byline()).isEqualTo("Ada Beispiel");
    assertThat(item.teaser()).isEqualTo("Knapp.");
    assertThat(item.body().html())
        .contains("href=\"https://comune.example/news/plan\"", "<em>gilt</em>");
    assertThat(item.firstCreated()).isEqualTo(OffsetDateTime.parse("2026-03-02T08:00Z"));
    assertThat(item.versionCreated()).isEqualTo(OffsetDateTime.parse("2026-03-02T09:00Z"));
    assertThat(item.topics()).extracting("name").containsExactly("Gemeinderat");
    assertThat(item.related()).extracting("target").contains("https://comune.example/7.mp3");
  }

  @Test
  void entitiesAreNotExpandedAndWordPressIsNoWire() {
    String bomb = "<!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    assertThat(refusal(bomb + RSS.replaceFirst("<\\?xml.*\\?>", "").replace("Kultur", "&a;")))
        .startsWith("wire.refused.");
    assertThat(
            refusal(
                RSS.replace(
                    "<language>",
                    "<wp:wxr_version xmlns:wp=\"http://wordpress.org/export/1.2/\">1.2"
                        + "</wp:wxr_version><language>")))
        .isEqualTo("wire.refused.wordpress");
    assertThat(refusal("<rss version=\"2.0\"><channel/></rss>")).isEqualTo("wire.refused.no-news");
    assertThat(refusal("<rss><channel><item></channel></rss>"))
        .isEqualTo("wire.refused.not-well-formed");
  }

  @Test
  void aJsonFeedIsReadWithItsAttachments() throws Exception {
    WireItem item =
        read("""
                {"version": "https://jsonfeed.org/version/1.1", "title": "Rathaus", "language": "de",
                 "home_page_url": "https://rathaus.example/", "items": [
                  {"id": "7", "title": "Plan", "content_html": "<p>Der <b>Plan</b></p><script>x()</script>",
                   "url": "https://rathaus.example/7", "date_published": "2026-03-02T08:00:00+01:00",
                   "authors": [{"name": "Ada Beispiel"}], "tags": ["Rat"],
                   "attachments": [{"url": "https://rathaus.example/7.jpg", "mime_type": "image/jpeg"}]}]}
                """)
            .getFirst();
    assertThat(item.guid()).isEqualTo("7");
    assertThat(item.provider()).isEqualTo("rathaus");
    assertThat(item.body().html()).isEqualTo("<p>Der <b>Plan</b></p>");
    assertThat(item.byline()).isEqualTo("Ada Beispiel");
    assertThat(item.pictures()).extracting("url").containsExactly("https://rathaus.example/7.jpg");
  }

  @Test
  void anItemOfApsMediaApiIsKnownByItsOwnIdAndMustBeReadWithoutText() throws Exception {
    WireItem item =
        read("""
                {"api_version": "2.1", "data": {"item": {"uri": "https://api.ap.org/x?qt=1",
                 "altids": {"itemid": "abc"}, "version": 3, "type": "text", "editorialpriority": "u",
                 "pubstatus": "usable", "headline": "Organ", "ednote": "Eds: call 000",
                 "bylines": [{"by": "By ADA EXAMPLE"}], "provider": "AP",
                 "embargoed": "2026-03-03T06:00:00Z", "usageterms": ["Editorial use only."],
                 "subject": [{"code": "a", "rels": ["category"], "name": "a"}],
                 "renditions": {"nitf": {"href": "https://api.ap.org/text", "mimetype": "text/xml"}}}}}
                """)
            .getFirst();
    assertThat(item.guid()).isEqualTo("abc");
    assertThat(item.version()).isEqualTo(3);
    assertThat(item.urgency()).isEqualTo(2);
    assertThat(item.credit()).isEqualTo("AP");
    assertThat(item.mustBeRead()).isTrue();
    assertThat(item.embargo()).isNotNull();
    assertThat(item.codes()).containsExactly("apcat:a");
    assertThat(item.notes()).extracting("isPublic").containsExactly(false);
    assertThat(item.related()).extracting("target").containsExactly("https://api.ap.org/text");
  }

  @Test
  void aPressReleaseSaysThatItIsOneAndItsContactsAreClosed() throws Exception {
    WireItem item =
        read("""
                Source: Orgel GmbH
                MEDIA RELEASE PR12345
                Orgel spielt
                wieder

                BOLZANO, Italy, Mar. 2, 2026 /PRNewswire-AsiaNet/ --

                Die Orgel spielt
                wieder.

                Media contact:
                Ada Beispiel, +39 0471 000000
                """)
            .getFirst();
    assertThat(item.kicker()).isEqualTo("Media Release: Orgel GmbH");
    assertThat(item.headline()).isEqualTo("Orgel spielt wieder");
    assertThat(item.dateline()).isEqualTo("BOLZANO, Italy");
    assertThat(item.body().html()).isEqualTo("<p>Die Orgel spielt wieder.</p>");
    assertThat(item.mustBeRead()).isTrue();
    assertThat(item.notes()).extracting("isPublic").containsExactly(false);
  }

  private static List<WireItem> read(String text) throws UnreadableWire {
    return WireFormats.read(text.getBytes(UTF_8)).items();
  }

  private static String refusal(String text) {
    return Objects.requireNonNull(catchThrowableOfType(UnreadableWire.class, () -> read(text)))
        .refusal()
        .key();
  }
}
