package org.talblatt.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.article.Section;
import org.talblatt.article.Sections;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Storable;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireItemId;
import talblatt.template.Templates;

/** An item goes into an article that is out already, or becomes a draft. Only forms and links. */
@Controller
class MergePages {
  private static final String ITEM = InboxPages.PATH + "/{id:[1-9][0-9]{0,17}}";

  private final Wire wire;
  private final Desk desk;
  private final Merging merging;
  private final Sections sections;
  private final IdentityFrames frames;
  private final Templates templates;

  MergePages(
      Wire wire,
      Desk desk,
      Merging merging,
      Sections sections,
      IdentityFrames frames,
      Templates templates) {
    this.wire = wire;
    this.desk = desk;
    this.merging = merging;
    this.sections = sections;
    this.frames = frames;
    this.templates = templates;
  }

  /** Takes the item into the editor; readers see nothing of it yet. */
  @PostMapping(ITEM + "/entwurf")
  ResponseEntity<String> draft(
      @PathVariable long id, @RequestParam(defaultValue = "") String ressort, Reader editor) {
    ArticleId article = desk.draft(entry(id).id(), ressort, editor);
    return IdentityFrames.seeOther("/redaktion/artikel/" + article).build();
  }

  @GetMapping(ITEM + "/zusammenfuehrung")
  ResponseEntity<String> form(
      @PathVariable long id, @RequestParam(defaultValue = "") String suche, Reader reader) {
    return form(200, entry(id), Storable.of(suche).strip(), null, reader);
  }

  @PostMapping(ITEM + "/zusammenfuehrung")
  ResponseEntity<String> merge(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String beitrag,
      @RequestParam(required = false) @Nullable List<String> absatz,
      @RequestParam(defaultValue = "") String suche,
      Reader editor) {
    WireEntry entry = entry(id);
    try {
      if (!beitrag.matches("[1-9]\\d{0,17}:\\d{1,9}")) {
        throw Failure.invalid("beitrag", "inbox.merge-choose");
      }
      String[] seen = beitrag.split(":");
      merging.merge(
          entry.id(),
          new ArticleId(Long.parseLong(seen[0])),
          Integer.parseInt(seen[1]),
          places(absatz),
          editor);
      return IdentityFrames.seeOther("/redaktion/artikel/" + seen[0]).build();
    } catch (Failure refused) {
      String why = Messages.of(editor.language()).get(refused.key(), refused.arguments());
      return form(refused.kind().status(), entry, Storable.of(suche).strip(), why, editor);
    }
  }

  private static Set<Integer> places(@Nullable List<String> typed) {
    return typed == null
        ? Set.of()
        : typed.stream()
            .filter(place -> place.matches("\\d{1,6}"))
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
  }

  private ResponseEntity<String> form(
      int status, WireEntry entry, String words, @Nullable String problem, Reader reader) {
    List<String> own =
        sections.all().stream()
            .map(Section::slug)
            .filter(slug -> reader.has(Role.EDITOR, slug))
            .toList();
    return IdentityFrames.answer(
        status,
        templates
            .deskMerge(
                frames.frame(reader, "inbox.merge-title"),
                entry,
                merging.candidates(entry.headline(), words, own),
                Merging.blocks(wire.newest(entry.id())),
                words,
                problem)
            .render());
  }

  private WireEntry entry(long id) {
    return wire.find(new WireItemId(id)).orElseThrow(Failure::notFound);
  }
}
