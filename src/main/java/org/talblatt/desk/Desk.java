package org.talblatt.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Draft;
import org.talblatt.article.Drafting;
import org.talblatt.article.Publishing;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.AccountId;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.desk.picture.AgencyPictures;
import org.talblatt.desk.routing.SectionRule;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.paper.Papers;
import org.talblatt.platform.text.Messages;
import org.talblatt.wire.Providers;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireItemId;

/** The door of the editors: agency items become articles, or are put away. */
@Service
public class Desk {
  private final Wire wire;
  private final TakenItems taken;
  private final AgencyChanges changes;
  private final ArticlesOnFile articles;
  private final Publishing publishing;
  private final Drafting drafting;
  private final SameStory same;
  private final Sections sections;
  private final Providers providers;
  private final Papers papers;
  private final FirstTalk talk;
  private final MergedItems merged;
  private final AgencyPictures agencyPictures;
  private final Clock clock;

  Desk(
      Wire wire,
      TakenItems taken,
      AgencyChanges changes,
      ArticlesOnFile articles,
      Publishing publishing,
      Drafting drafting,
      SameStory same,
      Sections sections,
      Providers providers,
      Papers papers,
      FirstTalk talk,
      MergedItems merged,
      AgencyPictures agencyPictures,
      Clock clock) {
    this.wire = wire;
    this.taken = taken;
    this.changes = changes;
    this.articles = articles;
    this.publishing = publishing;
    this.drafting = drafting;
    this.same = same;
    this.sections = sections;
    this.providers = providers;
    this.papers = papers;
    this.talk = talk;
    this.merged = merged;
    this.agencyPictures = agencyPictures;
    this.clock = clock;
  }

  /**
   * Publishes a waiting item at once; its embargo delays it further. Where an update of a published
   * item waits, its wording replaces what stands there, at the same address.
   *
   * @param section null: as {@link #sectionFor} has it
   * @param editor null where a rule acts: then only what may go out unread is taken
   */
  @Transactional
  public ArticleId publish(WireItemId id, @Nullable String section, @Nullable Reader editor) {
    return publish(id, section, editor, clock.instant());
  }

  /** As above, to come out at this moment; what stands already is changed at once. */
  @Transactional
  public ArticleId publish(
      WireItemId id, @Nullable String section, @Nullable Reader editor, Instant at) {
    if (editor != null) {
      editor.require(Role.EDITOR);
    }
    AccountId by = editor == null ? null : editor.account();
    WireEntry entry = wire.take(id, by);
    WireItem item = wire.newest(id);
    if (editor == null && item.mustBeRead()) {
      throw Failure.of(Failure.Kind.CONFLICT, "desk.must-be-read");
    }
    notMerged(id);
    if (entry.updateWaits()
        && taken.current(id).filter(known -> begun(known) != null).isPresent()) {
      throw Failure.of(Failure.Kind.CONFLICT, "inbox.draft-open");
    }
    ArticlesOnFile.OnFile standing = standing(id).orElse(null);
    if (standing != null) {
      theirs(editor, standing.draft().section());
      changes.correct(standing, item, by == null, by);
      return standing.id();
    }
    String chosen = section == null || section.isEmpty() ? sectionFor(entry) : section;
    theirs(editor, chosen);
    Draft draft = ItemDraft.fresh(item, chosen, by == null);
    TakenItems.Taken known = taken.current(id).orElse(null);
    ArticlesOnFile.OnFile begun = known == null ? null : begun(known);
    if (known != null && begun != null) {
      ArticleId brought = goOn(known, begun, draft, editor, at);
      talk.begin(brought, chosen, entry);
      return brought;
    }
    taken.current(id).ifPresent(old -> taken.markWithdrawn(old.article()));
    ArticleId article = publishing.publish(draft, by, at);
    taken.insert(id, new TakenItems.Taken(article, 1, by == null));
    same.look(article, draft, entry.provider());
    agencyPictures.illustrate(id, article);
    changes.made(article, draft);
    talk.begin(article, chosen, entry);
    return article;
  }

  /** An article that was made of the item and never came out: its publication was taken back. */
  private ArticlesOnFile.@Nullable OnFile begun(TakenItems.Taken known) {
    return articles.cameOut(known.article()) ? null : articles.find(known.article()).orElse(null);
  }

  /** Brings that article out: as the agency has it, unless somebody worked on it here. */
  private ArticleId goOn(
      TakenItems.Taken known,
      ArticlesOnFile.OnFile begun,
      Draft draft,
      @Nullable Reader editor,
      Instant at) {
    theirs(editor, begun.draft().section());
    AccountId by = editor == null ? null : editor.account();
    if (begun.version() == known.version()) {
      publishing.correct(begun.id(), begun.version(), draft, by);
      taken.set(new TakenItems.Taken(begun.id(), begun.version() + 1, by == null));
      changes.made(begun.id(), draft);
    }
    drafting.publish(begun.id(), at, clock.instant(), by);
    return begun.id();
  }

  /**
   * Takes a waiting item into the editor: a draft that nobody but the newsroom sees.
   *
   * @param section empty: where it belongs
   */
  @Transactional
  public ArticleId draft(WireItemId id, String section, Reader editor) {
    editor.require(Role.EDITOR);
    WireEntry entry = wire.take(id, editor.account());
    notMerged(id);
    if (entry.updateWaits() || standing(id).isPresent()) {
      throw Failure.of(Failure.Kind.CONFLICT, "inbox.draft-open");
    }
    TakenItems.Taken known = taken.current(id).orElse(null);
    ArticlesOnFile.OnFile begun = known == null ? null : begun(known);
    if (begun != null) {
      theirs(editor, begun.draft().section());
      return begun.id();
    }
    taken.current(id).ifPresent(old -> taken.markWithdrawn(old.article()));
    String chosen = section.isEmpty() ? sectionFor(entry) : section;
    theirs(editor, chosen);
    Draft fresh = ItemDraft.fresh(wire.newest(id), chosen, false);
    ArticleId article = drafting.begin(fresh, editor.account());
    taken.insert(id, new TakenItems.Taken(article, 1, false));
    changes.made(article, fresh);
    talk.begin(article, chosen, entry);
    return article;
  }

  /** Refuses an article of its own for an item that went into another one. */
  private void notMerged(WireItemId id) {
    if (merged.find(id).isPresent()) {
      throw Failure.of(Failure.Kind.CONFLICT, "inbox.merged");
    }
  }

  /** The item's article where readers can find it, withdrawn here or not at all. */
  private Optional<ArticlesOnFile.OnFile> standing(WireItemId id) {
    return taken
        .current(id)
        .flatMap(known -> articles.find(known.article()))
        .filter(ArticlesOnFile.OnFile::published);
  }

  /** Refuses an editor of other sections; a rule acts in all of them. */
  private static void theirs(@Nullable Reader editor, String section) {
    if (editor == null || section.isEmpty()) {
      return;
    }
    editor.require(Role.EDITOR, section);
  }

  /** Where an item stands, else where it would come out; empty for a paper without sections. */
  private String sectionOf(WireItemId id) {
    return standing(id)
        .map(article -> article.draft().section())
        .orElseGet(
            () -> {
              List<Section> all = sections.all();
              return all.isEmpty() ? "" : choose(wire.find(id).orElseThrow(), all);
            });
  }

  /** Puts an item away; the reason is for colleagues and may be empty. */
  @Transactional
  public void discard(WireItemId id, String reason, Reader editor) {
    editor.require(Role.EDITOR);
    theirs(editor, sectionOf(id));
    wire.discard(id, reason, editor.account());
  }

  /** Takes a discarded item back into the inbox. */
  @Transactional
  public void putBack(WireItemId id, Reader editor) {
    editor.require(Role.EDITOR);
    theirs(editor, sectionOf(id));
    wire.putBack(id, editor.account());
  }

  /** The section that the item would come out in; a paper without any gets its first. */
  private String sectionFor(WireEntry entry) {
    List<Section> all = sections.all();
    if (all.isEmpty()) {
      String language = papers.current().language();
      String name = Messages.of(language).get("desk.first-section");
      sections.put(new Section("aktuell", name, 1, language));
      return "aktuell";
    }
    return choose(entry, all);
  }

  private String choose(WireEntry entry, List<Section> all) {
    return SectionRule.of(entry, providers.of(entry.provider()).section(), all);
  }

  /** Where an item stands or last stood in the paper. */
  public Optional<String> path(WireItemId id) {
    return Optional.ofNullable(taken.paths(List.of(id)).get(id));
  }

  /** Where those of the items that were published stand in the paper. */
  Map<WireItemId, String> paths(List<WireEntry> entries) {
    List<WireItemId> published =
        entries.stream().filter(WireEntry::taken).map(WireEntry::id).toList();
    return published.isEmpty() ? Map.of() : taken.paths(published);
  }

  /**
   * Publishes what may go out unread; empty where an editor has to look.
   *
   * @param asked whether a rule or whoever delivers asks for it; what is agreed with the provider
   *     decides
   */
  @Transactional
  public Optional<ArticleId> publishUnread(WireEntry entry, boolean asked) {
    boolean may = entry.mayGoOutUnread() && providers.of(entry.provider()).lets(asked);
    return may ? Optional.of(publish(entry.id(), null, null)) : Optional.empty();
  }
}
