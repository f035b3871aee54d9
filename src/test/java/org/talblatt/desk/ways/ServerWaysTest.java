package org.talblatt.desk.ways;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talblatt.desk.OwnWire;
import org.talblatt.paper.Actor;
import org.talblatt.testing.Eventually;
import org.talblatt.testing.Program;
import org.talblatt.testing.TestDatabase;
import org.talblatt.testing.TestPaper;
import org.talblatt.wire.Wire;
import org.talblatt.wire.WireEntry;
import org.talblatt.wire.WireList;

/** Folders on agencies' own servers. */
class ServerWaysTest {
  private static final TestPaper paper =
      TestPaper.start(TestDatabase.create(), Map.of("wire-inside", "true"));
  private static final AgencyCare care = paper.door(AgencyCare.class);
  private static final WayHealths healths = paper.door(WayHealths.class);
  @TempDir static Path sftpFiles;
  @TempDir static Path ftpFiles;
  private static SshServer sftp = SshServer.setUpDefaultServer();
  private static FtpServer ftp = new FtpServerFactory().createServer();
  private static KeyPair ours;
  private static int ftpPort;

  @BeforeAll
  static void servers() throws Exception {
    ours = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    sftp = sftpServer(0);
    ftpPort = Program.freePort();
    ListenerFactory listener = new ListenerFactory();
    listener.setPort(ftpPort);
    listener.setServerAddress("127.0.0.1");
    BaseUser user = new BaseUser();
    user.setName("wir");
    user.setPassword("streng");
    user.setHomeDirectory(ftpFiles.toString());
    FtpServerFactory factory = new FtpServerFactory();
    factory.setUserManager(new PropertiesUserManagerFactory().createUserManager());
    factory.getUserManager().save(user);
    factory.addListener("default", listener.createListener());
    ftp = factory.createServer();
    ftp.start();
  }

  private static SshServer sftpServer(int port) throws IOException {
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
    server.setPasswordAuthenticator(
        (user, password, session) -> user.equals("wir") && password.equals("streng"));
    server.setPublickeyAuthenticator(
        (user, key, session) -> user.equals("wir") && key.equals(ours.getPublic()));
    server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(sftpFiles));
    server.start();
    return server;
  }

  @AfterAll
  static void stop() throws IOException {
    ftp.stop();
    sftp.stop(true);
    paper.close();
  }

  @Test
  void anSftpServersKeyIsTrustedByAPersonAndThenItsFilesAreFetchedOnce() throws Exception {
    String name = agency("sftp");
    put(sftpFiles, "eins.json", "urn:sftp:1");
    put(sftpFiles, ".versteckt", "urn:sftp:0");
    WayHealth first = look(name, "sftp", sftpUrl(), "streng");
    assertThat(first.trouble().getFirst()).isEqualTo("ways.trouble.new-key");
    assertThat(first.offeredKey()).startsWith("SHA256:");
    assertThat(entries(name)).isZero();
    care.trust(name, first.way().id(), "SHA256:anderer", Actor.console());
    assertThat(healths.of(name).getLast().way().hostKey()).isEmpty();
    care.trust(name, first.way().id(), first.offeredKey(), Actor.console());
    WayHealth second = until(name, last(first));
    assertThat(second.trouble().size() > 0 && second.ill()).as("" + second.trouble()).isFalse();
    assertThat(entries(name)).isEqualTo(1);
    put(sftpFiles, "zwei.json", "urn:sftp:2");
    again(name, second);
    assertThat(entries(name)).isEqualTo(2);
    assertThat(sftpFiles.resolve("eins.json")).exists();
    theServerChangesItsKey(name);
  }

  private static void theServerChangesItsKey(String name) throws Exception {
    int port = sftp.getPort();
    sftp.stop(true);
    sftp = sftpServer(port);
    WayHealth other = again(name, healths.of(name).getLast());
    assertThat(other.trouble().getFirst()).isEqualTo("ways.trouble.other-key");
    assertThat(other.offeredKey()).isNotEqualTo(other.way().hostKey());
  }

  @Test
  void aPrivateKeyOpensAnSftpServerAndAWrongPasswordIsSaid() throws Exception {
    put(sftpFiles, "schluessel.json", "urn:sftp:schluessel");
    String name = agency("schluessel");
    WayHealth shown = look(name, "sftp", sftpUrl(), pem());
    care.trust(name, shown.way().id(), shown.offeredKey(), Actor.console());
    WayHealth opened = until(name, last(shown));
    assertThat(opened.ill()).as("" + opened.trouble()).isFalse();
    assertThat(entries(name)).isPositive();
    String closed = agency("falsch");
    WayHealth first = look(closed, "sftp", sftpUrl(), "falsch");
    care.trust(closed, first.way().id(), first.offeredKey(), Actor.console());
    assertThat(until(closed, last(first)).trouble().getFirst()).isEqualTo("ways.trouble.forbidden");
  }

  @Test
  void aServerThatBreaksAfterTheLoginIsNotSaidToRefuseThePassword() throws Exception {
    SshServer without = sftpServer(0);
    without.setSubsystemFactories(List.of());
    try {
      String name = agency("ohne-ordner");
      WayHealth first = look(name, "sftp", "sftp://127.0.0.1:" + without.getPort() + "/", "streng");
      care.trust(name, first.way().id(), first.offeredKey(), Actor.console());
      assertThat(until(name, last(first)).trouble().getFirst()).isEqualTo("ways.trouble.broken");
    } finally {
      without.stop(true);
    }
  }

  @Test
  void anFtpServersFilesAreFetchedOnceAndAgainWhenTheyChange() throws Exception {
    put(ftpFiles, "eins.json", "urn:ftp:1");
    Files.createDirectory(ftpFiles.resolve("unterordner"));
    String name = agency("ftp");
    String url = "ftp://127.0.0.1:" + ftpPort + "/";
    WayHealth first = look(name, "ftp", url, "streng");
    assertThat(first.trouble()).isEmpty();
    assertThat(entries(name)).isEqualTo(1);
    put(ftpFiles, "eins.json", "urn:ftp:1:neuer-inhalt");
    WayHealth second = again(name, first);
    assertThat(second.ill()).isFalse();
    assertThat(entries(name)).isEqualTo(2);
    assertThat(ftpFiles.resolve("eins.json")).exists();
    assertThat(look(agency("zu"), "ftp", url, "falsch").trouble().getFirst())
        .isEqualTo("ways.trouble.forbidden");
    assertThat(look(agency("leer"), "ftp", url + "fehlt", "streng").trouble().getFirst())
        .isEqualTo("ways.trouble.gone");
  }

  @Test
  void aServerThatIsDownIsNamed() throws Exception {
    String url = "ftp://127.0.0.1:" + Program.freePort() + "/";
    assertThat(look(agency("weg"), "ftp", url, "x").trouble())
        .containsExactly("ways.trouble.refused", "127.0.0.1");
  }

  private static String sftpUrl() {
    return "sftp://127.0.0.1:" + sftp.getPort() + "/";
  }

  private static String pem() {
    StringWriter pem = new StringWriter();
    pem.write("-----BEGIN PRIVATE KEY-----\n");
    pem.write(
        Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
            .encodeToString(ours.getPrivate().getEncoded()));
    pem.write("\n-----END PRIVATE KEY-----\n");
    return pem.toString();
  }

  private static void put(Path folder, String name, String urn) throws IOException {
    Files.write(folder.resolve(name), OwnWire.version(urn, 1, 0, 0, "usable", "Vom Server"));
  }

  private static String agency(String name) {
    care.add(new AgencyForm(name, name, "", "", "", "", "asked"), Actor.console());
    return name;
  }

  private static WayHealth look(String name, String kind, String url, String secret)
      throws Exception {
    care.addWay(name, new WayForm.Typed(kind, url, "wir", secret, "21600"), Actor.console());
    return until(name, Instant.EPOCH);
  }

  private static WayHealth again(String name, WayHealth before) throws Exception {
    care.look(name, before.way().id());
    return until(name, last(before));
  }

  private static WayHealth until(String name, Instant after) throws Exception {
    Eventually.until("looked at", () -> last(healths.of(name).getLast()).isAfter(after));
    return healths.of(name).getLast();
  }

  private static Instant last(WayHealth health) {
    return Stream.of(health.success(), health.troubleAt())
        .filter(java.util.Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private static long entries(String provider) {
    return paper.door(Wire.class).list(WireList.ALL, null, 1000).stream()
        .map(WireEntry::provider)
        .filter(provider::equals)
        .count();
  }
}
