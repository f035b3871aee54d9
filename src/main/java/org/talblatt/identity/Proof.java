package org.talblatt.identity;

/** By what somebody showed who they are. */
public enum Proof {
  PASSWORD,
  /** A link mailed to their address. */
  MAILED_LINK,
  /** A key that asked for a finger, a face or a PIN itself: two factors at once. */
  PASSKEY,
  /** Another house that knows them. */
  OIDC
}
