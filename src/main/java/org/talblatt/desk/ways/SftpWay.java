package org.talblatt.desk.ways;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.springframework.stereotype.Component;
import org.talblatt.wire.WireReader;

/**
 * A folder on an SFTP server. The server has to show the key that an administrator trusts; what
 * another one shows is put before them, and nothing is sent to it.
 */
@Component
class SftpWay implements WayIn {
  private static final int PORT = 22;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final Fetches fetches;
  private final RemoteFolder folder;
  private final WayHealths healths;

  SftpWay(Fetches fetches, RemoteFolder folder, WayHealths healths) {
    this.fetches = fetches;
    this.folder = folder;
    this.healths = healths;
  }

  @Override
  public WayKind kind() {
    return WayKind.SFTP;
  }

  @Override
  public Look look(Way way, Arrivals arrivals)
      throws WayTrouble, IOException, InterruptedException {
    fetches.checkHost(way.host());
    AtomicReference<String> shown = new AtomicReference<>("");
    try (SshClient client = SshClient.setUpDefaultClient()) {
      client.setServerKeyVerifier(
          (session, address, key) -> {
            shown.set(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
            return shown.get().equals(way.hostKey());
          });
      // nobody's own keys and settings on this machine are an agency's business
      client.setKeyIdentityProvider(none -> List.of());
      client.setHostConfigEntryResolver(
          org.apache.sshd.client.config.hosts.HostConfigEntryResolver.EMPTY);
      client.start();
      return look(client, way, shown, arrivals);
    } catch (SshException broken) {
      throw trouble(way, shown.get(), broken);
    }
  }

  private Look look(SshClient client, Way way, AtomicReference<String> shown, Arrivals arrivals)
      throws WayTrouble, IOException, InterruptedException {
    int port = way.address().getPort();
    try (ClientSession session =
        client
            .connect(way.login(), way.host(), port < 0 ? PORT : port)
            .verify(CONNECT)
            .getSession()) {
      identify(session, way);
      logIn(session, way, shown);
      try (SftpClient files = SftpClientFactory.instance().createSftpClient(session)) {
        return folder.look(way, server(files, path(way)), arrivals);
      }
    }
  }

  /** What breaks later is no matter of the password. */
  private static void logIn(ClientSession session, Way way, AtomicReference<String> shown)
      throws WayTrouble, IOException {
    try {
      session.auth().verify(CONNECT);
    } catch (SshException refused) {
      if (shown.get().equals(way.hostKey())) {
        throw WayTrouble.of("ways.trouble.forbidden", way.host(), "SSH");
      }
      throw refused;
    }
  }

  private static void identify(ClientSession session, Way way) throws WayTrouble, IOException {
    if (!way.secret().startsWith("-----BEGIN")) {
      session.addPasswordIdentity(way.secret());
      return;
    }
    byte[] text = way.secret().getBytes(StandardCharsets.UTF_8);
    try (InputStream in = new ByteArrayInputStream(text)) {
      Iterable<KeyPair> pairs =
          SecurityUtils.loadKeyPairIdentities(
              session, NamedResource.ofName("key"), in, FilePasswordProvider.EMPTY);
      if (pairs == null) {
        throw WayTrouble.of("ways.trouble.private-key");
      }
      pairs.forEach(session::addPublicKeyIdentity);
    } catch (GeneralSecurityException | IOException unreadable) {
      throw WayTrouble.of("ways.trouble.private-key");
    }
  }

  private WayTrouble trouble(Way way, String shown, SshException broken) throws SshException {
    if (!shown.isEmpty() && !shown.equals(way.hostKey())) {
      healths.offered(way, shown);
      String key = way.hostKey().isEmpty() ? "ways.trouble.new-key" : "ways.trouble.other-key";
      return WayTrouble.of(key, way.host(), shown);
    }
    throw broken;
  }

  private static String path(Way way) {
    String path = way.address().getPath();
    return path == null || path.isEmpty() || path.equals("/") ? "." : path;
  }

  private static RemoteFolder.Server server(SftpClient files, String path) {
    return new RemoteFolder.Server() {
      @Override
      public List<RemoteFile> list() throws IOException {
        List<SftpClient.DirEntry> entries = new ArrayList<>();
        for (SftpClient.DirEntry entry : files.readDir(path)) {
          if (entry.getAttributes().isRegularFile()) {
            entries.add(entry);
          }
        }
        entries.sort(
            Comparator.comparingLong(entry -> entry.getAttributes().getModifyTime().toMillis()));
        return entries.stream().map(SftpWay::file).toList();
      }

      @Override
      public byte[] read(String name) throws IOException {
        try (InputStream in = files.read(path + "/" + name)) {
          return in.readNBytes(WireReader.MOST_BYTES + 1);
        }
      }
    };
  }

  private static RemoteFile file(SftpClient.DirEntry entry) {
    SftpClient.Attributes of = entry.getAttributes();
    return new RemoteFile(
        entry.getFilename(), of.getSize() + " " + of.getModifyTime().toMillis(), of.getSize());
  }
}
