package org.talblatt.platform.mail;

/** Who keeps account of the addresses that mail doesn't reach; declared here, kept by identity. */
public interface Reachability {
  /** Whether nothing is known against writing there. */
  boolean reaches(MailAddress address);

  /** Mail to this address came back: there is no such mailbox. */
  void cameBack(MailAddress address);
}
