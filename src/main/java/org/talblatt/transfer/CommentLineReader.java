package org.talblatt.transfer;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.Vote;
import org.talblatt.platform.mail.MailAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a line, or says what is wrong with it. */
final class CommentLineReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Set<String> FIELDS =
      Set.of(
          "article",
          "id",
          "parent",
          "author",
          "at",
          "editedAt",
          "text",
          "state",
          "up",
          "down",
          "votes");
  private static final Set<String> PERSON = Set.of("id", "name", "email", "account");
  private static final Set<String> VOTE = Set.of("author", "value", "at");
  private static final Set<String> ARTICLE = Set.of("key", "headline");
  private static final int LONGEST_ID = 200;
  private static final int LONGEST_WORDS = 500;
  private static final int LONGEST_TEXT = 200_000;
  private static final int MOST_VOTES = 100_000_000;
  private static final int MOST_BALLOTS = 20_000;

  private CommentLineReader() {}

  static CommentLine read(String line) {
    JsonNode node = json(line);
    known(node, FIELDS);
    return new CommentLine(
        article(needed(node, "article")),
        words(node, "id", LONGEST_ID),
        optional(node, "parent", LONGEST_ID),
        person(needed(node, "author"), "author"),
        moment(words(node, "at", LONGEST_ID), "at"),
        optionalMoment(node, "editedAt"),
        words(node, "text", LONGEST_TEXT),
        state(optional(node, "state", LONGEST_ID)),
        count(node, "up"),
        count(node, "down"),
        votes(node.path("votes")));
  }

  private static JsonNode json(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException broken) {
      throw Failure.invalid(
          "", "transfer.not-json-at", Math.max(1, broken.getLocation().getColumnNr()));
    }
    throw Failure.invalid("", "transfer.not-json");
  }

  /** A misspelt name would lose what it holds without a word. */
  private static void known(JsonNode node, Set<String> names) {
    node.propertyNames()
        .forEach(
            name -> {
              if (!names.contains(name)) {
                throw Failure.invalid(name, "transfer.field-unknown", printable(name));
              }
            });
  }

  private static CommentLine.ArticleName article(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() > 0) {
      return new CommentLine.ArticleName.Numbered(node.longValue());
    }
    if (node.isString()) {
      return new CommentLine.ArticleName.Addressed(writable(node.stringValue(), "article", 1000));
    }
    if (!node.isObject()) {
      throw wrong("article");
    }
    known(node, ARTICLE);
    return new CommentLine.ArticleName.Foreign(
        words(node, "key", LONGEST_ID), optional(node, "headline", LONGEST_WORDS));
  }

  private static CommentLine.Person person(JsonNode node, String field) {
    if (!node.isObject()) {
      throw wrong(field);
    }
    known(node, PERSON);
    String email = optional(node, "email", LONGEST_WORDS);
    return new CommentLine.Person(
        words(node, "id", LONGEST_ID),
        words(node, "name", LONGEST_WORDS),
        email == null ? null : MailAddress.parse(email).orElseThrow(() -> wrong("email")),
        optional(node, "account", LONGEST_WORDS));
  }

  private static List<CommentLine.Ballot> votes(JsonNode node) {
    List<CommentLine.Ballot> votes = new ArrayList<>();
    if (node.isMissingNode() || node.isNull()) {
      return votes;
    }
    if (!node.isArray() || node.size() > MOST_BALLOTS) {
      throw wrong("votes");
    }
    for (JsonNode vote : node) {
      known(vote, VOTE);
      JsonNode value = vote.path("value");
      if (!value.isInt() || Math.abs(value.intValue()) != 1) {
        throw wrong("value");
      }
      votes.add(
          new CommentLine.Ballot(
              person(needed(vote, "author"), "author"),
              Vote.of(value.intValue()),
              optionalMoment(vote, "at")));
    }
    return votes;
  }

  private static Comment.State state(@Nullable String word) {
    return switch (word == null ? "published" : word) {
      case "published" -> Comment.State.PUBLISHED;
      case "held" -> Comment.State.HELD;
      case "rejected" -> Comment.State.REJECTED;
      case "deleted" -> Comment.State.DELETED;
      default -> throw wrong("state");
    };
  }

  private static int count(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return 0;
    }
    if (!value.isInt() || value.intValue() < 0 || value.intValue() > MOST_VOTES) {
      throw wrong(field);
    }
    return value.intValue();
  }

  private static @Nullable Instant optionalMoment(JsonNode node, String field) {
    String text = optional(node, field, LONGEST_ID);
    return text == null ? null : moment(text, field);
  }

  private static Instant moment(String text, String field) {
    try {
      Instant moment = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
      if (moment.isBefore(Instant.EPOCH)) {
        throw wrong(field);
      }
      return moment;
    } catch (DateTimeParseException noMoment) {
      throw wrong(field);
    }
  }

  private static JsonNode needed(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw Failure.invalid(field, "transfer.field-missing", field);
    }
    return value;
  }

  private static String words(JsonNode node, String field, int longest) {
    JsonNode value = needed(node, field);
    if (!value.isString()) {
      throw wrong(field);
    }
    String text = writable(value.stringValue(), field, longest);
    if (text.isEmpty()) {
      throw Failure.invalid(field, "transfer.field-missing", field);
    }
    return text;
  }

  private static @Nullable String optional(JsonNode node, String field, int longest) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() ? null : words(node, field, longest);
  }

  /** The database takes neither a zero byte nor half a character; a comment's text loses them. */
  private static String writable(String text, String field, int longest) {
    boolean broken =
        !field.equals("text")
            && text.codePoints()
                .anyMatch(
                    character ->
                        Character.isISOControl(character)
                            || Character.getType(character) == Character.SURROGATE);
    if (broken || text.length() > longest) {
      throw wrong(field);
    }
    return text;
  }

  private static Failure wrong(String field) {
    return Failure.invalid(field, "transfer.field-wrong", field);
  }

  private static String printable(String name) {
    String clean = name.replaceAll("\\P{Print}", "?");
    return clean.length() > 40 ? clean.substring(0, 40) + "…" : clean;
  }
}
