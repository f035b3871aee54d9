package org.talblatt.discussion;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
import org.talblatt.base.Failure;
import org.talblatt.identity.AccountName;
import org.talblatt.identity.ReaderNames;
import org.talblatt.platform.text.CommentMarkup;
import org.talblatt.platform.text.SafeHtml;

/** Renders a comment and finds out whom it names. */
@Component
class MarkupWithMentions {
  private final ReaderNames names;

  MarkupWithMentions(ReaderNames names) {
    this.names = names;
  }

  /**
   * What is stored of a text.
   *
   * @param mentioned whom it names in its own words: who is only quoted has been told before
   */
  record Rendered(SafeHtml html, Set<AccountId> mentioned) {}

  /** Refuses what renders to nothing, such as a lone list sign. */
  Rendered render(CommentText text) {
    List<Mentions.Mention> mentions =
        Mentions.find(text.value(), AccountName::key, names::withKeys);
    SafeHtml html = CommentMarkup.render(text.value(), mentions.stream().map(this::name).toList());
    if (CommentText.blank(CommentMarkup.words(html))) {
      throw Failure.invalid("text", "discussion.text-empty");
    }
    Set<String> told = mentions.isEmpty() ? Set.of() : CommentMarkup.namedOutsideQuotes(html);
    return new Rendered(
        html,
        mentions.stream()
            .filter(mention -> told.contains(mention.reader().name()))
            .map(mention -> mention.reader().account())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private CommentMarkup.Name name(Mentions.Mention mention) {
    return new CommentMarkup.Name(
        mention.start(), mention.end(), mention.reader().name(), mention.rest());
  }
}
