package org.talblatt.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.talblatt.base.Failure;
import org.talblatt.identity.guard.DisposableDomains;
import org.talblatt.platform.mail.MailAddress;

/** Reads what somebody typed who wants an account. */
@Component
class Candidates {
  private final IdentityFrames frames;
  private final Agreements agreements;
  private final DisposableDomains disposable;

  Candidates(IdentityFrames frames, Agreements agreements, DisposableDomains disposable) {
    this.frames = frames;
    this.agreements = agreements;
    this.disposable = disposable;
  }

  /**
   * From what was typed.
   *
   * @throws Failure naming every field that is wrong
   */
  Candidate parse(RegistrationForm form, String password) {
    Map<String, String> problems = new LinkedHashMap<>();
    NewAccount account = null;
    try {
      account =
          NewAccount.withGoodPassword(
              form.name(), form.email(), password, frames.messages().language());
      if (ReservedNames.holds(account.name(), frames.paperName())) {
        problems.put("name", "identity.name-reserved");
      }
      if (CommonPasswords.holds(password, frames.paperName())) {
        problems.put("password", "identity.password-guessable");
      }
    } catch (Failure wrong) {
      problems.putAll(wrong.fields());
    }
    if (MailAddress.parse(form.email()).filter(disposable::holds).isPresent()) {
      problems.put("email", "guard.email-disposable");
    }
    agree(form, problems);
    if (account == null || !problems.isEmpty()) {
      throw Failure.invalid(problems);
    }
    return new Candidate(
        account.name(),
        account.email(),
        password,
        form.text(),
        form.back(),
        account.language(),
        form.token(),
        false);
  }

  /**
   * From what somebody typed whose mail address is proved already and who gets no password.
   *
   * @throws Failure naming every field that is wrong
   */
  NewAccount proved(RegistrationForm form, MailAddress email) {
    Map<String, String> problems = new LinkedHashMap<>();
    AccountName name = null;
    try {
      name = AccountName.parse(form.name());
      if (ReservedNames.holds(name, frames.paperName())) {
        problems.put("name", "identity.name-reserved");
      }
    } catch (Failure wrong) {
      problems.putAll(wrong.fields());
    }
    agree(form, problems);
    if (name == null || !problems.isEmpty()) {
      throw Failure.invalid(problems);
    }
    return new NewAccount(name, email, null, frames.messages().language());
  }

  private void agree(RegistrationForm form, Map<String, String> problems) {
    if (!form.age()) {
      problems.put("age", "identity.age-needed");
    }
    if (!form.rules()) {
      problems.put("rules", "identity.rules-needed");
    } else if (!form.agreed().isEmpty() && !form.agreed().equals(agreements.current().both())) {
      problems.put("rules", "guard.rules-changed");
    }
  }
}
