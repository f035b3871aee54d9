package org.talblatt.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.talblatt.base.ArticleId;
import talblatt.template.Templates;

/** Meets who writes without being logged in: keeps the text, then asks who they are. */
@Component
public class LoginWall {
  private final KeptTexts texts;
  private final IdentityFrames frames;
  private final Templates templates;

  LoginWall(KeptTexts texts, IdentityFrames frames, Templates templates) {
    this.texts = texts;
    this.frames = frames;
    this.templates = templates;
  }

  /** Keeps the text and answers with the login page, which carries the key on. */
  public ResponseEntity<String> ask(ArticleId article, @Nullable Integer replyTo, String text) {
    return page(401, LoginForm.empty(texts.keep(article, replyTo, text), ""));
  }

  /** The login page with this form. */
  ResponseEntity<String> page(int status, LoginForm form) {
    String html = templates.identityLogin(frames.frame("identity.login-title"), form).render();
    return IdentityFrames.answer(status, html);
  }
}
