package org.talblatt.platform;

import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.talblatt.base.Links;

/**
 * What the administrator decides: one record, every value checked before anything starts. Filled
 * from the command line or {@code TALBLATT_*} (see {@code docs/run.md}).
 *
 * @param bind the address to listen on
 * @param port the public port; 0 picks a free one
 * @param data the data folder: database, pictures, mail, logs
 * @param url the public address that every absolute link starts with
 * @param zone the paper's time zone
 * @param demo whether this is the demo newspaper: loopback only, generous limits
 */
public record Settings(String bind, int port, Path data, URI url, ZoneId zone, boolean demo) {

  /** The addresses of this paper. */
  public Links links() {
    return new Links(url);
  }
}
