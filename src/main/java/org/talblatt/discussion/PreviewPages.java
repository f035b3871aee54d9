package org.talblatt.discussion;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.identity.KeptText;
import org.talblatt.platform.text.SafeHtml;

/**
 * How a text would look, by the code that renders comments; nothing is stored, so nobody has to be
 * logged in. A script gets the HTML, everybody else the form again with the preview above it.
 */
@Controller
@RequestMapping("/artikel/{article:[1-9][0-9]{0,17}}/kommentare")
class PreviewPages {
  private static final String NUMBER = "/{number:[1-9][0-9]{0,8}}";

  private final CommentForms forms;
  private final MarkupWithMentions markup;

  PreviewPages(CommentForms forms, MarkupWithMentions markup) {
    this.forms = forms;
    this.markup = markup;
  }

  @PostMapping("/vorschau")
  ResponseEntity<?> root(
      @PathVariable long article,
      @RequestParam(defaultValue = "") String text,
      @RequestParam @Nullable UUID abgabe,
      @RequestParam @Nullable Integer aufgehoben,
      HttpServletRequest request) {
    Typed typed = new Typed(text, 0, abgabe, aufgehoben);
    return preview(KeptText.Place.root(new ArticleId(article)), typed, request);
  }

  @PostMapping(NUMBER + "/antworten/vorschau")
  ResponseEntity<?> reply(
      @PathVariable long article,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String text,
      @RequestParam @Nullable UUID abgabe,
      HttpServletRequest request) {
    CommentId parent = new CommentId(new ArticleId(article), number);
    return preview(KeptText.Place.reply(parent), new Typed(text, 0, abgabe, null), request);
  }

  @PostMapping(NUMBER + "/bearbeiten/vorschau")
  ResponseEntity<?> edit(
      @PathVariable long article,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") int fassung,
      HttpServletRequest request) {
    CommentId id = new CommentId(new ArticleId(article), number);
    return preview(KeptText.Place.edit(id), Typed.edit(text, fassung), request);
  }

  private ResponseEntity<?> preview(KeptText.Place place, Typed typed, HttpServletRequest request) {
    boolean scripted = CommentForms.scripted(request);
    try {
      CommentText text = CommentText.parse(typed.text()).atMost(forms.limit(place.article()));
      SafeHtml html = markup.render(text).html();
      return scripted
          ? ResponseEntity.ok()
              .cacheControl(CacheControl.noStore().cachePrivate())
              .body(Map.of("html", html.html()))
          : forms.preview(place, typed, html);
    } catch (Failure refused) {
      if (scripted) {
        throw refused;
      }
      return forms.refused(place, refused, typed);
    }
  }
}
