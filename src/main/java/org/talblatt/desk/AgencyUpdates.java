package org.talblatt.desk;

import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.talblatt.article.ArticlesOnFile;
import org.talblatt.article.Merged;
import org.talblatt.base.Failure;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireItem;
import org.talblatt.wire.WireItemId;

/** The door to an agency's update that waits because somebody here worked on the article, too. */
@Service
class AgencyUpdates {
  private final Wire wire;
  private final TakenItems taken;
  private final AgencyChanges changes;
  private final ArticlesOnFile articles;

  AgencyUpdates(Wire wire, TakenItems taken, AgencyChanges changes, ArticlesOnFile articles) {
    this.wire = wire;
    this.taken = taken;
    this.changes = changes;
    this.articles = articles;
  }

  /** An update that waits, against the article as it stands. */
  record Pending(WireEntry entry, ArticlesOnFile.OnFile article, WireItem item, AgencyMerge merge) {
    /** Changes where either side moves on. */
    String stand() {
      return article.version() + "-" + entry.version() + "-" + entry.changedAt().toEpochMilli();
    }
  }

  /**
   * The update of an item.
   *
   * @throws Failure where none waits, or the article is another section's
   */
  Pending pending(WireItemId id, Reader editor) {
    WireEntry entry = wire.find(id).orElseThrow(Failure::notFound);
    ArticlesOnFile.OnFile article =
        taken
            .current(id)
            .filter(known -> entry.updateWaits())
            .flatMap(known -> articles.lock(known.article()))
            .filter(ArticlesOnFile.OnFile::published)
            .orElseThrow(() -> Failure.of(Failure.Kind.CONFLICT, "wire.not-waiting"));
    editor.require(Role.EDITOR, article.draft().section());
    WireItem item = wire.newest(id);
    return new Pending(entry, article, item, changes.merge(article, item, false));
  }

  /**
   * Brings it in.
   *
   * @param stand what the editor saw; another one now is a conflict
   * @param choice which side counts, by line or paragraph
   * @param note what readers are told; blank: nothing
   */
  @Transactional
  public void accept(
      WireItemId id,
      String stand,
      Function<String, Merged.Side> choice,
      String note,
      Reader editor) {
    editor.require(Role.EDITOR);
    Pending pending = pending(id, editor);
    wire.take(id, editor.account());
    if (!pending.stand().equals(stand)) {
      throw Failure.of(Failure.Kind.CONFLICT, "changes.merge-stale");
    }
    changes.bring(
        pending.article(),
        pending.item(),
        false,
        pending.merge().with(choice, note),
        editor.account());
  }
}
