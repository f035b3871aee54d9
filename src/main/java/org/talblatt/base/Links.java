package org.talblatt.base;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Every address of the paper, made in one place. Paths start with a slash; {@link #absolute} puts
 * the configured public address before one and never looks at a request's {@code Host}.
 */
public record Links(URI publicAddress) {

  /** The full address of a path; what is a full address already stays. */
  public String absolute(String path) {
    if (!path.startsWith("/")) {
      return path;
    }
    String base = publicAddress.toString();
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }

  /** Whether the paper is reached over HTTPS, so that cookies may be {@code Secure}. */
  public boolean secure() {
    return "https".equalsIgnoreCase(publicAddress.getScheme());
  }

  /** The public address as browsers write it in {@code Origin}. */
  public String origin() {
    String scheme = lower(publicAddress.getScheme());
    int port = publicAddress.getPort();
    boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
    return scheme + "://" + lower(publicAddress.getHost()) + (usual ? "" : ":" + port);
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  public static String section(String slug) {
    return "/" + slug;
  }

  public static String article(String section, String slug, ArticleId id) {
    return "/" + section + "/" + slug + "-" + id;
  }

  /** Stays right when section or headline change. */
  public static String article(ArticleId id) {
    return "/artikel/" + id;
  }

  /** The article as one reader sees it, for those without JavaScript. */
  public static String personalView(ArticleId id) {
    return "/ich/artikel/" + id + "/ansicht";
  }

  /** The same, on the page that holds this comment. */
  public static String personalView(ArticleId id, int number) {
    return personalView(id) + "?kommentar=" + number + anchor(number);
  }

  public static String comments(ArticleId id) {
    return article(id) + "/kommentare";
  }

  /** A comment's permanent address. */
  public static String comment(CommentId id) {
    return comments(id.article()) + "/" + id.number();
  }

  /** The newest comments under an article, for programs. */
  public static String commentsFeed(ArticleId id) {
    return comments(id) + "/feed";
  }

  /** The newest comments of a reader, for programs. */
  public static String readerFeed(String name) {
    return reader(name) + "/feed";
  }

  /** What has changed in an article since one of its versions. */
  public static String wording(ArticleId id, int version) {
    return article(id) + "/fassungen/" + version;
  }

  /** Where the newsroom says how people talk under an article. */
  public static String talkRules(ArticleId id) {
    return "/redaktion/artikel/" + id + "/diskussion";
  }

  /** Where the newsroom pins a comment, ends the answers to it, and sees its versions. */
  public static String curation(CommentId id) {
    return "/redaktion/artikel/" + id.article() + "/kommentare/" + id.number();
  }

  /** Where to say that a comment should not stand there. */
  public static String report(CommentId id) {
    return "/melden?artikel=" + id.article() + "&kommentar=" + id.number();
  }

  /** A comment's place on a page. */
  public static String anchor(int number) {
    return "#kommentar-" + number;
  }

  /** A reader's public page. */
  public static String reader(String name) {
    return "/leser/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Where to log in and come back from; {@code path} is one of ours. */
  public static String login(String path) {
    return "/anmelden?zurueck=" + inQuery(path);
  }

  /** Where to register and come back from. */
  public static String register(String path) {
    return "/registrieren?zurueck=" + inQuery(path);
  }

  /** A path may have a query and a fragment of its own. */
  private static String inQuery(String path) {
    return path.replace("&", "%26").replace("#", "%23");
  }

  public static String picture(PictureId id, int width) {
    return picture(id, "", width, "jpg");
  }

  /**
   * A picture's file.
   *
   * @param cut "16x9"; empty for the whole picture
   * @param extension "jpg" or "webp"
   */
  public static String picture(PictureId id, String cut, int width, String extension) {
    return "/bilder/" + id + (cut.isEmpty() ? "" : "-" + cut) + "-" + width + "." + extension;
  }
}
