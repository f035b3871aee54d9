package org.talblatt.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Links;
import org.talblatt.platform.db.DatabaseAddress;
import org.talblatt.platform.http.TrustedProxies;
import org.talblatt.platform.mail.MailServer;

/**
 * What the administrator decides: one record, every value checked before anything starts. Filled
 * from the command line, {@code TALBLATT_*} or a file (see {@code docs/run.md}); its text form
 * shows no secret.
 *
 * @param bind the address to listen on
 * @param port the public port
 * @param data the data folder: database, pictures, mail, logs
 * @param url the public address that every absolute link starts with, without a slash at the end
 * @param zone the paper's time zone
 * @param demo whether this is the demo newspaper: loopback only, generous limits
 * @param database a PostgreSQL server to use; null = our own in the data folder
 * @param proxies whose forwarded headers are believed
 * @param smtp the server that takes our mail; null = mails are written to the data folder
 * @param mailFrom the sender of our mails
 * @param bounces the mailbox of mails that came back; null = nobody reads it
 * @param dkimSelector the name of the key that the mail server signs with; null = unknown
 * @param dns a name server, {@code host:port}; null = this machine's
 * @param minimumAge how old somebody must be to register
 * @param undoSeconds how long an editor can take back what they just published; 0 = not at all
 * @param watchPort a port on the loopback address for health and metrics; null = none
 * @param oidc whose logins readers may use
 * @param push where notifications to devices may go
 * @param cdn a shared cache that is told what it must drop; null = none
 * @param wire how agency copy comes in
 */
public record Settings(
    String bind,
    int port,
    Path data,
    URI url,
    ZoneId zone,
    boolean demo,
    @Nullable DatabaseAddress database,
    TrustedProxies proxies,
    @Nullable MailServer smtp,
    String mailFrom,
    @Nullable MailServer bounces,
    @Nullable String dkimSelector,
    @Nullable String dns,
    int minimumAge,
    int undoSeconds,
    @Nullable Integer watchPort,
    OidcSettings oidc,
    PushSettings push,
    @Nullable CdnSettings cdn,
    WireSettings wire) {

  /** The addresses of this paper. */
  public Links links() {
    return new Links(url);
  }
}
