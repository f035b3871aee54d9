package org.talblatt.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The discussions of the One Million Posts corpus that it has in full, as lines of an import: what
 * a program that moves a newspaper would write.
 */
final class Omp {
  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
  private static final JsonMapper JSON = JsonMapper.shared();

  private Omp() {}

  /** A comment of the corpus. */
  record Post(
      long id,
      @Nullable Long parent,
      long article,
      String user,
      Instant at,
      String text,
      int up,
      int down,
      boolean removed) {

    String line(String headline) {
      Map<String, Object> fields = new TreeMap<>();
      fields.put("article", Map.of("key", Long.toString(article), "headline", headline));
      fields.put("id", Long.toString(id));
      if (parent != null) {
        fields.put("parent", Long.toString(parent));
      }
      fields.put("author", Map.of("id", user, "name", "Poster " + user));
      fields.put("at", at.atZone(VIENNA).toOffsetDateTime().toString());
      fields.put("text", text);
      fields.put("state", removed ? "rejected" : "published");
      fields.put("up", up);
      fields.put("down", down);
      return JSON.writeValueAsString(fields);
    }
  }

  /** Each discussion's posts, oldest first, by the article's number there. */
  static Map<Long, List<Post>> discussions(Path folder) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>(csv(folder.resolve("posts_train.csv")));
    rows.addAll(csv(folder.resolve("posts_test_nolabels.csv")));
    return rows.stream()
        .filter(row -> "forum".equals(row.get("Sample")))
        .map(Omp::post)
        .sorted(Comparator.comparing(Post::at).thenComparingLong(Post::id))
        .collect(Collectors.groupingBy(Post::article, TreeMap::new, Collectors.toList()));
  }

  private static Post post(Map<String, String> row) {
    String headline = row.getOrDefault("Headline", "");
    String body = row.getOrDefault("Body", "");
    String parent = row.getOrDefault("ID_Parent_Post", "");
    String between = headline.isBlank() || body.isBlank() ? "" : "\n\n";
    return new Post(
        Long.parseLong(row.getOrDefault("ID_Post", "")),
        parent.isEmpty() ? null : Long.parseLong(parent),
        Long.parseLong(row.getOrDefault("ID_Article", "")),
        row.getOrDefault("ID_User", ""),
        LocalDateTime.parse(row.getOrDefault("CreatedAt", ""), TIME).atZone(VIENNA).toInstant(),
        headline + between + body,
        Integer.parseInt(row.getOrDefault("PositiveVotes", "")),
        Integer.parseInt(row.getOrDefault("NegativeVotes", "")),
        "deleted".equals(row.get("Status")));
  }

  /** Quoted fields may hold commas, line breaks and doubled quotes. */
  private static List<Map<String, String>> csv(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    String text = Files.readString(file);
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (quoted) {
        if (sign != '"') {
          field.append(sign);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append(text.charAt(++i));
        } else {
          quoted = false;
        }
      } else if (sign == '"') {
        quoted = true;
      } else if (sign == ',' || sign == '\n') {
        row.add(field.toString());
        field.setLength(0);
        if (sign == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (sign != '\r') {
        field.append(sign);
      }
    }
    List<String> names = rows.removeFirst();
    return rows.stream()
        .map(
            values ->
                IntStream.range(0, Math.min(names.size(), values.size()))
                    .boxed()
                    .collect(Collectors.toMap(names::get, values::get)))
        .toList();
  }
}
