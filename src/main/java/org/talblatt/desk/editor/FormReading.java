package org.talblatt.desk.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.talblatt.article.Content;
import org.talblatt.article.DiscussionRules;
import org.talblatt.article.Draft;
import org.talblatt.article.NewsroomArticles;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.SafeHtml;

/** Reads a form as what an article says, or names the field that can't be read. */
@Component
class FormReading {
  private static final int LINE = 300;
  private static final int PARAGRAPH = 2000;
  private static final int BODY = 100_000;
  private static final int MOST_TOPICS = 12;
  private static final int TOPIC = 60;
  private static final int MOST_RELATED = 10;
  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://[^/\\s]+)?/[a-z0-9-]+/(?:[^/\\s?#]*-)?([1-9][0-9]{0,17})(?:[?#].*)?");

  private final Sections sections;
  private final NewsroomArticles articles;
  private final Moments moments;

  FormReading(Sections sections, NewsroomArticles articles, Settings settings) {
    this.sections = sections;
    this.articles = articles;
    this.moments = new Moments(settings.zone());
  }

  Moments moments() {
    return moments;
  }

  /**
   * What the form says.
   *
   * @throws Failure that names the field which can't be read
   */
  Content read(EditorForm form) {
    Draft draft =
        new Draft(
            section(form.get(EditorForm.SECTION)),
            line(form, EditorForm.HEADLINE, LINE),
            line(form, EditorForm.KICKER, LINE),
            line(form, EditorForm.SUBHEAD, LINE),
            line(form, EditorForm.TEASER, PARAGRAPH),
            line(form, EditorForm.BYLINE, LINE),
            line(form, EditorForm.CREDIT, LINE),
            line(form, EditorForm.DATELINE, LINE),
            body(form),
            language(form.get(EditorForm.LANGUAGE)),
            line(form, EditorForm.CORRECTION, PARAGRAPH),
            picture(form.get(EditorForm.PICTURE)),
            topics(form),
            weight(form.get(EditorForm.WEIGHT)),
            discussion(form.get(EditorForm.DISCUSSION)),
            moments.parse(EditorForm.EMBARGO, form.get(EditorForm.EMBARGO)));
    return new Content(draft, related(form.related()));
  }

  private String section(String slug) {
    if (sections.find(slug).isEmpty()) {
      throw Failure.invalid(EditorForm.SECTION, "article.section-unknown", slug);
    }
    return slug;
  }

  private static String line(EditorForm form, String name, int longest) {
    String text = form.get(name);
    if (text.codePointCount(0, text.length()) > longest) {
      throw Failure.invalid(name, "editor.too-long", longest);
    }
    return text;
  }

  private static SafeHtml body(EditorForm form) {
    if (form.get(EditorForm.BODY).length() > BODY) {
      throw Failure.invalid(EditorForm.BODY, "editor.too-long", BODY);
    }
    return form.body();
  }

  private static String language(String tag) {
    if (!TAG.matcher(tag).matches()) {
      throw Failure.invalid(EditorForm.LANGUAGE, "editor.language-unreadable", tag);
    }
    return tag;
  }

  private static @Nullable PictureId picture(String number) {
    if (number.isEmpty()) {
      return null;
    }
    if (!NUMBER.matcher(number).matches()) {
      throw Failure.invalid(EditorForm.PICTURE, "editor.picture-unknown", number);
    }
    return new PictureId(Long.parseLong(number));
  }

  private static List<String> topics(EditorForm form) {
    List<String> topics = form.topics();
    if (topics.size() > MOST_TOPICS) {
      throw Failure.invalid(EditorForm.TOPICS, "editor.topics-many", MOST_TOPICS);
    }
    if (topics.stream().anyMatch(topic -> topic.codePointCount(0, topic.length()) > TOPIC)) {
      throw Failure.invalid(EditorForm.TOPICS, "editor.topic-long", TOPIC);
    }
    return topics;
  }

  private static int weight(String typed) {
    return switch (typed) {
      case "", "0" -> 0;
      case "1" -> 1;
      case "2" -> 2;
      default -> throw Failure.invalid(EditorForm.WEIGHT, "editor.choice-unknown", typed);
    };
  }

  private static @Nullable DiscussionRules discussion(String mode) {
    if (mode.isEmpty()) {
      return null;
    }
    try {
      return new DiscussionRules(
          DiscussionRules.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
          null,
          java.time.Duration.ZERO);
    } catch (IllegalArgumentException unknown) {
      throw Failure.invalid(EditorForm.DISCUSSION, "editor.choice-unknown", mode);
    }
  }

  private List<ArticleId> related(List<String> lines) {
    if (lines.size() > MOST_RELATED) {
      throw Failure.invalid(EditorForm.RELATED, "editor.related-many", MOST_RELATED);
    }
    List<ArticleId> ids = new ArrayList<>();
    for (String line : lines) {
      ArticleId id = article(line);
      if (!ids.contains(id)) {
        ids.add(id);
      }
    }
    if (articles.all(ids).size() < ids.size()) {
      ids.stream()
          .filter(id -> articles.find(id).isEmpty())
          .findFirst()
          .ifPresent(
              id -> {
                throw Failure.invalid(EditorForm.RELATED, "editor.related-unknown", id.toString());
              });
    }
    return List.copyOf(ids);
  }

  /** By its number, its address, or the whole address as a browser shows it. */
  private static ArticleId article(String line) {
    Matcher address = ADDRESS.matcher(line);
    String number = address.matches() ? address.group(1) : line;
    if (!NUMBER.matcher(number).matches()) {
      throw Failure.invalid(EditorForm.RELATED, "editor.related-unknown", line);
    }
    return new ArticleId(Long.parseLong(number));
  }
}
