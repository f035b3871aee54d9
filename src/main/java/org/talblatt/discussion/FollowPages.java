package org.talblatt.discussion;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.ArticleId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.http.Asker;

/** Follows a talk ({@code wert=1}) or leaves it ({@code wert=0}). */
@Controller
class FollowPages {
  private final Following following;

  FollowPages(Following following) {
    this.following = following;
  }

  @PostMapping("/artikel/{article:[1-9][0-9]{0,17}}/folgen")
  ResponseEntity<Void> follow(
      @PathVariable long article,
      @RequestParam(defaultValue = "1") String wert,
      @RequestParam(defaultValue = "") String zurueck,
      Optional<Reader> acting,
      HttpServletRequest request) {
    ArticleId id = new ArticleId(article);
    boolean person = Asker.person(request);
    if (acting.isEmpty() && person) {
      return IdentityFrames.seeOther(Links.login(Links.personalView(id))).build();
    }
    Reader reader = acting.orElseThrow(Failure::loginRequired);
    if (wert.equals("0")) {
      following.leave(reader, id);
    } else {
      following.follow(reader, id);
    }
    String back =
        zurueck.equals("konto")
            ? "/konto/mitteilungen?hinweis=verlassen"
            : Links.personalView(id) + "#kommentare-titel";
    return person ? IdentityFrames.seeOther(back).build() : ResponseEntity.noContent().build();
  }
}
