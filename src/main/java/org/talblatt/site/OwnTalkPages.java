package org.talblatt.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.discussion.Contribution;
import org.talblatt.discussion.Contributions;
import org.talblatt.discussion.Discussion;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.Settings;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;
import talblatt.template.Templates;

/** What somebody wrote and rated, for themselves: every comment in every state, every vote. */
@Controller
@RequestMapping("/konto")
class OwnTalkPages {
  private static final String VOTES = "/konto/bewertungen";

  private final Contributions contributions;
  private final Discussion discussion;
  private final IdentityFrames frames;
  private final Templates templates;
  private final Settings settings;

  OwnTalkPages(
      Contributions contributions,
      Discussion discussion,
      IdentityFrames frames,
      Templates templates,
      Settings settings) {
    this.contributions = contributions;
    this.discussion = discussion;
    this.frames = frames;
    this.templates = templates;
    this.settings = settings;
  }

  @GetMapping("/kommentare")
  ResponseEntity<String> comments(Reader reader, @RequestParam @Nullable String vor) {
    CommentId behind = Cursor.of(vor);
    Stretch shown =
        stretch(
            contributions.own(reader.account(), behind, Stretch.MOST_COMMENTS + 1), behind != null);
    return IdentityFrames.answer(
        200,
        templates
            .siteOwnComments(
                frames.frame(reader, "site.own-comments"), shown, behind != null, times(reader))
            .render());
  }

  @GetMapping("/bewertungen")
  ResponseEntity<String> votes(
      Reader reader,
      @RequestParam @Nullable String vor,
      @RequestParam(defaultValue = "") String hinweis) {
    CommentId behind = Cursor.of(vor);
    Stretch shown =
        stretch(
            contributions.rated(reader.account(), behind, Stretch.MOST_COMMENTS + 1),
            behind != null);
    String note =
        hinweis.isEmpty() ? null : Messages.of(reader.language()).get("site.vote-withdrawn");
    return IdentityFrames.answer(
        200,
        templates
            .siteOwnVotes(
                frames.frame(reader, "site.own-votes"), shown, behind != null, times(reader), note)
            .render());
  }

  @PostMapping("/bewertungen/zuruecknehmen")
  ResponseEntity<Void> withdraw(@RequestParam(defaultValue = "") String kommentar, Reader reader) {
    CommentId comment = Cursor.of(kommentar);
    if (comment == null) {
      throw Failure.notFound();
    }
    discussion.withdrawVote(reader, comment);
    return IdentityFrames.seeOther(VOTES + "?hinweis=weg").build();
  }

  private static Stretch stretch(List<Contribution> read, boolean further) {
    if (further && read.isEmpty()) {
      throw Failure.notFound();
    }
    return Stretch.of(read);
  }

  private Times times(Reader reader) {
    return new Times(settings.zone(), Messages.of(reader.language()).locale());
  }
}
