package org.talblatt.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.base.Links;

/**
 * What the administrator decides: one record, every value checked before anything starts. Filled
 * from the command line, {@code TALBLATT_*} or a file (see {@code docs/run.md}).
 *
 * @param bind the address to listen on
 * @param port the public port; 0 picks a free one
 * @param data the data folder: database, pictures, mail, logs
 * @param url the public address that every absolute link starts with
 * @param zone the paper's time zone
 * @param databaseUrl a PostgreSQL server's JDBC address; null runs our own in the data folder
 * @param trustedProxies address blocks whose {@code X-Forwarded-For} is believed; empty = none
 * @param smtp where mail goes, as {@code smtp[s]://user:password@host:port}; null writes .eml files
 * @param mailFrom the sender's address
 * @param demo whether this is the demo newspaper: loopback only, generous limits
 */
public record Settings(
    String bind,
    int port,
    Path data,
    URI url,
    ZoneId zone,
    @Nullable String databaseUrl,
    List<String> trustedProxies,
    @Nullable URI smtp,
    String mailFrom,
    boolean demo) {

  /** The addresses of this paper. */
  public Links links() {
    return new Links(url);
  }

  @Override
  public String toString() {
    return "Settings[bind=%s, port=%d, data=%s, url=%s, zone=%s, databaseUrl=%s, smtp=%s, demo=%s]"
        .formatted(
            bind,
            port,
            data,
            url,
            zone,
            databaseUrl == null ? "embedded" : "***",
            smtp == null ? "files" : "***",
            demo);
  }
}
