package org.talblatt.discussion;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.talblatt.base.ArticleId;
import org.talblatt.base.CommentId;
import org.talblatt.base.Failure;
import org.talblatt.base.Links;
import org.talblatt.identity.IdentityFrames;
import org.talblatt.identity.Reader;
import org.talblatt.platform.http.Asker;

/** Follows a talk or a branch of it ({@code wert=1}) or leaves it ({@code wert=0}). */
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
    return answer(
        acting,
        request,
        zurueck.equals("konto"),
        Links.personalView(id) + "#kommentare-titel",
        reader -> {
          if (wert.equals("0")) {
            following.leave(reader, id);
          } else {
            following.follow(reader, id);
          }
        });
  }

  /** The same for all that is said below one comment. */
  @PostMapping("/artikel/{article:[1-9][0-9]{0,17}}/kommentare/{number:[1-9][0-9]{0,8}}/folgen")
  ResponseEntity<Void> followBranch(
      @PathVariable long article,
      @PathVariable int number,
      @RequestParam(defaultValue = "1") String wert,
      @RequestParam(defaultValue = "") String zurueck,
      Optional<Reader> acting,
      HttpServletRequest request) {
    CommentId id = new CommentId(new ArticleId(article), number);
    return answer(
        acting,
        request,
        zurueck.equals("konto"),
        Links.personalView(id.article(), number),
        reader -> {
          if (wert.equals("0")) {
            following.leave(reader, id);
          } else {
            following.follow(reader, id);
          }
        });
  }

  /** People come back to where they were, through the login where they have to; scripts stay. */
  private static ResponseEntity<Void> answer(
      Optional<Reader> acting,
      HttpServletRequest request,
      boolean fromAccount,
      String back,
      Consumer<Reader> write) {
    boolean person = Asker.person(request);
    if (acting.isEmpty() && person) {
      return IdentityFrames.seeOther(Links.login(back.replaceFirst("#.*", ""))).build();
    }
    write.accept(acting.orElseThrow(Failure::loginRequired));
    if (!person) {
      return ResponseEntity.noContent().build();
    }
    return IdentityFrames.seeOther(
            fromAccount ? "/konto/mitteilungen?hinweis=verlassen#gefolgte" : back)
        .build();
  }
}
