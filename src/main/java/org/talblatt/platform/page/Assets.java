package org.talblatt.platform.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Style sheet and scripts. {@code static/css/*.css} are one sheet, in the order of their names;
 * each of {@code static/js/*.js} stands alone (a module can't import another one by name: names
 * carry hashes), but for the libraries' {@link Modules}. Addresses change with the content, so
 * browsers keep them for a year.
 */
public final class Assets {
  private static final Pattern HASHED =
      Pattern.compile("/static/([a-z0-9-]+)-[0-9a-f]{16}(\\.(?:css|js))");
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final Map<String, Asset> BY_NAME = load();

  private Assets() {}

  /**
   * The address of {@code talblatt.css} or of a script.
   *
   * @throws IllegalArgumentException where there is no such file, so that a template's mistake
   *     shows
   */
  public static String path(String name) {
    Asset asset = BY_NAME.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no such style sheet or script: " + name);
    }
    return asset.path();
  }

  /** The addresses of the libraries' scripts, for pages that will need them. */
  public static List<String> modules() {
    return Modules.NAMES.stream().map(Assets::path).toList();
  }

  /**
   * What is served at an address. The hash of another version, asked for by a page that was made
   * before the last start or by another node, gets today's file, not to be kept: better than a bare
   * page.
   */
  static @Nullable StoredAnswer at(String path) {
    Matcher hashed = HASHED.matcher(path);
    Asset asset =
        hashed.matches()
            ? BY_NAME.getOrDefault(hashed.group(1) + hashed.group(2), BY_NAME.get(hashed.group(1)))
            : null;
    if (asset == null) {
      return null;
    }
    return asset.path().equals(path) ? asset.lasting() : asset.passing();
  }

  private static Map<String, Asset> load() {
    Map<String, Asset> assets = new HashMap<>();
    StringBuilder sheet = new StringBuilder();
    for (Resource file : files("css")) {
      sheet.append(text(file));
    }
    assets.put("talblatt.css", asset("talblatt", "css", "text/css", sheet.toString()));
    Modules modules = new Modules();
    for (String name : Modules.NAMES) {
      Asset library = asset(name, "js", "text/javascript", modules.linked(Modules.text(name)));
      assets.put(name, library);
      modules.put(name, library.path());
    }
    for (Resource file : files("js")) {
      String name = Objects.requireNonNull(file.getFilename());
      String stem = name.substring(0, name.length() - ".js".length());
      assets.put(name, asset(stem, "js", "text/javascript", modules.linked(text(file))));
    }
    return Map.copyOf(assets);
  }

  private static Resource[] files(String kind) {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:static/%s/*.%s".formatted(kind, kind));
      Arrays.sort(files, Comparator.comparing(Resource::getFilename));
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Asset asset(String stem, String ending, String type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String path = "/static/%s-%s.%s".formatted(stem, hash(bytes), ending);
    String contentType = type + ";charset=utf-8";
    StoredAnswer lasting = StoredAnswer.of(200, contentType, FOREVER, null, bytes);
    StoredAnswer passing = StoredAnswer.of(200, contentType, "no-cache", null, bytes);
    lasting.packTighter();
    return new Asset(path, lasting, passing);
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private record Asset(String path, StoredAnswer lasting, StoredAnswer passing) {}
}
