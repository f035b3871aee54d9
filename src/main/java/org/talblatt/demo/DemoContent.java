package org.talblatt.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.talblatt.identity.Role;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo's texts as they lie in {@code demo/*.json}.
 *
 * @param threads a story's key to what is said under it
 * @param reactions short replies that make the longest thread as long as it is
 */
record DemoContent(
    Title title,
    List<Placed> stories,
    People people,
    Map<String, List<Said>> threads,
    List<String> reactions) {
  // what stands at its usual value is left out of the files
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  record Title(String name, String motto, List<DemoSection> sections, List<String> imprint) {}

  record DemoSection(String slug, String name) {}

  /**
   * A story; {@code {gestern}} and its like in the text stand for days of the week.
   *
   * @param key names its thread
   * @param minutesAgo negative: still to come
   * @param correction stands in its box; null where nothing was corrected
   * @param discussion null where everybody may talk
   * @param closesAfterHours null where the talk stays open
   */
  record Story(
      String key,
      int minutesAgo,
      int weight,
      String kicker,
      String headline,
      String subhead,
      String teaser,
      String byline,
      String credit,
      String dateline,
      List<String> topics,
      Scene picture,
      List<String> text,
      @Nullable String correction,
      @Nullable String discussion,
      @Nullable Integer closesAfterHours,
      boolean withdrawn) {}

  /** A story in its section. */
  record Placed(String section, Story story) {}

  record People(String password, List<Login> logins, List<String> pseudonyms) {}

  /** Somebody whom whoever tries the demo may log in as. */
  record Login(String name, String email, Set<Role> roles) {}

  /**
   * Something said.
   *
   * @param to the place in the list, from 1, of what it answers; null where it stands alone
   * @param becomes what its author makes of it a little later; null where they leave it
   * @param takenBack whether its author takes it back in the end
   */
  record Said(
      String by,
      @Nullable Integer to,
      String text,
      int up,
      int down,
      @Nullable String becomes,
      boolean takenBack) {}

  static DemoContent read() {
    Title title = read("paper.json", Title.class);
    List<Placed> stories = new ArrayList<>();
    Map<String, List<Said>> threads = new TreeMap<>();
    for (DemoSection section : title.sections()) {
      for (Story story : read(section.slug() + ".json", Story[].class)) {
        stories.add(new Placed(section.slug(), story));
        String thread = "threads/" + story.key() + ".json";
        threads.put(story.key(), exists(thread) ? List.of(read(thread, Said[].class)) : List.of());
      }
    }
    return new DemoContent(
        title,
        stories,
        read("people.json", People.class),
        threads,
        List.of(read("reactions.json", String[].class)));
  }

  private static boolean exists(String name) {
    return new ClassPathResource("demo/" + name).exists();
  }

  private static <T> T read(String name, Class<T> type) {
    try (InputStream in = new ClassPathResource("demo/" + name).getInputStream()) {
      return JSON.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
