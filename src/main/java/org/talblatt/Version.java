package org.talblatt;

import picocli.CommandLine.IVersionProvider;

/** Which Talblatt this is, and what it runs on. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Talblatt.class.getPackage().getImplementationVersion();
    return new String[] {
      "Talblatt " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version()
    };
  }
}
