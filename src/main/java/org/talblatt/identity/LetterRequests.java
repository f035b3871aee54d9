package org.talblatt.identity;

import java.io.OutputStream;
import org.talblatt.base.AccountId;

/** What somebody may ask of the paper by letter, who can't or won't log in. */
public interface LetterRequests {
  /** Writes the archive of everything held on an account. */
  void export(AccountId account, OutputStream out);

  /** Erases an account now, without the day to change one's mind. */
  void erase(AccountId account, Leaving way);
}
