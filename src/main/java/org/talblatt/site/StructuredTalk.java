package org.talblatt.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.talblatt.base.CommentId;
import org.talblatt.base.Links;
import org.talblatt.discussion.Comment;
import org.talblatt.discussion.TalkRules;
import org.talblatt.discussion.ThreadPage;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Times;

/**
 * schema.org's {@code Comment} for the first comments of a page. They stand in the page a second
 * time, so there are few and they are short: some 10 kB at most beside a page of up to 120.
 */
record StructuredTalk(Links links, Times times) {
  private static final int MOST_COMMENTS = 10;
  private static final int LONGEST = 600;
  private static final Pattern ENDS = Pattern.compile("</(?:p|li|blockquote)>|<br ?/?>");
  private static final Pattern TAGS = Pattern.compile("<[^>]*>");
  private static final Pattern GAPS = Pattern.compile("\\s*\\n\\s*");

  List<Map<String, Object>> of(ThreadPage thread, TalkRules.Rating rating) {
    List<Map<String, Object>> comments = new ArrayList<>();
    for (Comment comment : thread.comments()) {
      if (comments.size() == MOST_COMMENTS) {
        break;
      }
      if (!comment.line()) {
        comments.add(data(comment, rating));
      }
    }
    return comments;
  }

  private Map<String, Object> data(Comment comment, TalkRules.Rating rating) {
    Map<String, Object> data = reference(comment.id());
    data.put("author", author(comment));
    data.put("dateCreated", times.iso(comment.createdAt()));
    if (comment.editedAt() != null) {
      data.put("dateModified", times.iso(comment.editedAt()));
    }
    data.put("text", text(comment));
    if (rating.open()) {
      data.put("upvoteCount", comment.up());
      if (rating.down()) {
        data.put("downvoteCount", comment.down());
      }
    }
    if (comment.replyTo() != null) {
      data.put("parentItem", reference(new CommentId(comment.id().article(), comment.replyTo())));
    }
    return data;
  }

  private Map<String, Object> reference(CommentId id) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", "Comment");
    data.put("@id", Links.anchor(id.number()));
    data.put("url", links.absolute(Links.comment(id)));
    return data;
  }

  private Map<String, Object> author(Comment comment) {
    Map<String, Object> author = new LinkedHashMap<>();
    author.put("@type", "Person");
    author.put("name", comment.author().name());
    if (!comment.author().former()) {
      author.put("url", links.absolute(Links.reader(comment.author().name())));
    }
    return author;
  }

  /** Without markup; a long one is cut. */
  private static String text(Comment comment) {
    String lines = ENDS.matcher(comment.html().html()).replaceAll("\n");
    String plain = Parser.unescapeEntities(TAGS.matcher(lines).replaceAll(""), false);
    return Shortened.marked(LONGEST, GAPS.matcher(plain).replaceAll("\n").strip());
  }
}
