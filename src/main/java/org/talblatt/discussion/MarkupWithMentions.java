package org.talblatt.discussion;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.talblatt.base.AccountId;
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

  /** What is stored of a text. */
  record Rendered(SafeHtml html, Set<AccountId> mentioned) {}

  Rendered render(CommentText text) {
    List<Mentions.Mention> mentions =
        Mentions.find(text.value(), AccountName::key, names::withKeys);
    return new Rendered(
        CommentMarkup.render(text.value(), mentions.stream().map(this::name).toList()),
        mentions.stream()
            .map(mention -> mention.reader().account())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private CommentMarkup.Name name(Mentions.Mention mention) {
    return new CommentMarkup.Name(
        mention.start(), mention.end(), mention.reader().name(), mention.rest());
  }
}
