package org.talblatt.site;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.discussion.Discussion;
import org.talblatt.discussion.TalkCount;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Storable;

/**
 * How many comments stand under many articles at once, for other pages: lists of teasers, another
 * site. Anybody's script may ask, cookies play no part, and the answer may be kept for half a
 * minute.
 */
@RestController
class CommentCountApi {
  private static final String ID = "[1-9][0-9]{0,17}";
  private static final Pattern PATH =
      Pattern.compile("/[a-z0-9-]+/(?:[a-z0-9-]*-)?(" + ID + ")/?(?:[?#].*)?");
  private static final int MOST = 100;
  private static final int LONGEST = 2_000;
  private static final Duration KEPT = Duration.ofSeconds(30);

  private final Discussion discussion;
  private final Links links;

  CommentCountApi(Discussion discussion, Settings settings) {
    this.discussion = discussion;
    this.links = settings.links();
  }

  /** A list in the shape of every list of the API. */
  record CountList(List<CountJson> items, @Nullable String next, int total) {}

  /**
   * @param url as it was asked for; the short address where an article was asked for by its number
   */
  record CountJson(long article, String url, int commentCount) {}

  /**
   * What is meant, and what it is to be called in the answer.
   *
   * @param article null for an address that is none of ours
   */
  private record Asked(@Nullable ArticleId article, String url) {
    /** As another house's page is known: without the place on it. */
    String elsewhere() {
      return url.replaceFirst("#.*", "");
    }

    boolean means(TalkCount count) {
      return article == null
          ? elsewhere().equals(count.elsewhere())
          : article.equals(count.article());
    }
  }

  /** In the order asked for; what the public may not see is missing. */
  @GetMapping("/api/v1/comment-counts")
  @Operation(
      parameters = {
        @Parameter(
            name = "article",
            in = ParameterIn.QUERY,
            description = "an article's number; up to 100 in all, with the addresses",
            array = @ArraySchema(schema = @Schema(type = "integer", format = "int64"))),
        @Parameter(
            name = "url",
            in = ParameterIn.QUERY,
            description =
                "an article's address, in any of its spellings, or that of another house's page",
            array = @ArraySchema(schema = @Schema(type = "string", format = "uri")))
      })
  ResponseEntity<CountList> counts(
      @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query,
      HttpServletResponse response) {
    // first, so that a refusal can be read by who asked too
    response.setHeader("Access-Control-Allow-Origin", "*");
    Set<Asked> asked = asked(query);
    List<TalkCount> counts =
        discussion.publicCounts(
            asked.stream().map(Asked::article).filter(Objects::nonNull).toList(),
            asked.stream().filter(each -> each.article() == null).map(Asked::elsewhere).toList());
    List<CountJson> items = new ArrayList<>();
    for (Asked each : asked) {
      counts.stream()
          .filter(each::means)
          .findFirst()
          .map(count -> new CountJson(count.article().value(), each.url(), count.published()))
          .ifPresent(items::add);
    }
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
        .eTag(tag(items))
        .body(new CountList(items, null, items.size()));
  }

  private Set<Asked> asked(MultiValueMap<String, String> query) {
    List<String> numbers = query.getOrDefault("article", List.of());
    List<String> addresses = query.getOrDefault("url", List.of());
    if (numbers.isEmpty() && addresses.isEmpty()) {
      throw Failure.invalid("article", "rating.counts-of-what");
    }
    if (numbers.size() + addresses.size() > MOST) {
      throw Failure.invalid("article", "rating.counts-too-many", MOST);
    }
    Set<Asked> asked = new LinkedHashSet<>();
    for (String number : numbers) {
      if (!number.matches(ID)) {
        throw Failure.invalid("article", "rating.counts-no-number");
      }
      ArticleId id = new ArticleId(Long.parseLong(number));
      asked.add(new Asked(id, links.absolute(Links.article(id))));
    }
    for (String address : addresses) {
      if (address.length() > LONGEST) {
        throw Failure.invalid("url", "rating.counts-address-too-long", LONGEST);
      }
      if (Storable.is(address)) {
        asked.add(new Asked(ours(address).orElse(null), address));
      }
    }
    return asked;
  }

  /** The article at an address of this paper, or at a path. */
  private Optional<ArticleId> ours(String address) {
    String home = links.absolute("/");
    Matcher path =
        PATH.matcher(address.startsWith(home) ? address.substring(home.length() - 1) : address);
    return path.matches()
        ? Optional.of(new ArticleId(Long.parseLong(path.group(1))))
        : Optional.empty();
  }

  private static String tag(List<CountJson> items) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(items.toString().getBytes(StandardCharsets.UTF_8));
      return "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
