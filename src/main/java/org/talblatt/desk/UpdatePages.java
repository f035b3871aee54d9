package org.talblatt.desk;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.Merged;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Shortened;
import org.talblatt.platform.text.Storable;
import org.talblatt.wire.WireItemId;
import talblatt.template.Templates;

/** Where editors bring an agency's update and their own work together. */
@Controller
@RequestMapping("/redaktion/eingang/{id:[1-9][0-9]{0,17}}/abgleich")
class UpdatePages {
  private static final int NOTE = 1000;

  private final AgencyUpdates updates;
  private final TransactionTemplate transaction;
  private final IdentityFrames frames;
  private final Templates templates;

  UpdatePages(
      AgencyUpdates updates,
      TransactionTemplate transaction,
      IdentityFrames frames,
      Templates templates) {
    this.updates = updates;
    this.transaction = transaction;
    this.frames = frames;
    this.templates = templates;
  }

  @GetMapping
  ResponseEntity<String> form(@PathVariable long id, Reader editor) {
    return page(200, new WireItemId(id), Map.of(), null, editor);
  }

  @PostMapping
  ResponseEntity<String> accept(
      @PathVariable long id, @RequestParam Map<String, String> typed, Reader editor) {
    WireItemId item = new WireItemId(id);
    try {
      AgencyUpdates.Pending pending = pending(item, editor);
      String note = Storable.of(Shortened.marked(NOTE, typed.getOrDefault("notiz", "")));
      updates.accept(
          item,
          typed.getOrDefault("stand", ""),
          key -> chosen(pending.merge(), key, typed),
          note,
          editor);
      return IdentityFrames.seeOther(InboxPages.PATH + "?fertig=" + id).build();
    } catch (Failure refused) {
      if (refused.key().equals("wire.not-waiting")) {
        return IdentityFrames.seeOther(InboxPages.PATH + "/" + id).build();
      }
      if (refused.kind() == Failure.Kind.FORBIDDEN || refused.kind() == Failure.Kind.NOT_FOUND) {
        throw refused;
      }
      return page(refused.kind().status(), item, typed, refused, editor);
    }
  }

  private static Merged.Side chosen(AgencyMerge merge, String key, Map<String, String> typed) {
    if (typed.getOrDefault("alle", "").equals("theirs")) {
      return merge.preferring(Merged.Side.THEIRS).apply(key);
    }
    return switch (typed.getOrDefault("wahl-" + key, "")) {
      case "ours" -> Merged.Side.OURS;
      case "theirs" -> Merged.Side.THEIRS;
      case "both" -> Merged.Side.BOTH;
      default -> {
        if (merge.kind(key) == Merged.Kind.CONFLICT) {
          throw Failure.of(Failure.Kind.INVALID, "changes.choose");
        }
        yield merge.preferring(Merged.Side.OURS).apply(key);
      }
    };
  }

  private AgencyUpdates.Pending pending(WireItemId item, Reader editor) {
    return java.util.Objects.requireNonNull(
        transaction.execute(done -> updates.pending(item, editor)));
  }

  private ResponseEntity<String> page(
      int status,
      WireItemId item,
      Map<String, String> typed,
      @Nullable Failure refused,
      Reader editor) {
    Messages words = Messages.of(editor.language());
    boolean stale = refused != null && refused.kind() == Failure.Kind.CONFLICT;
    UpdateView view =
        UpdateView.of(
            pending(item, editor),
            stale ? Map.of() : typed,
            words,
            refused == null ? null : words.get(refused.key(), refused.arguments()));
    return IdentityFrames.answer(
        status, templates.changesMerge(frames.frame(editor, "changes.merge"), view).render());
  }
}
