package org.talblatt.desk.ways;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.springframework.stereotype.Component;
import org.talblatt.wire.WireReader;

/** A folder on an FTP server, encrypted ({@code ftps}) or not; always by passive connections. */
@Component
class FtpWay implements WayIn {
  private static final int PORT = 21;
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final Fetches fetches;
  private final RemoteFolder folder;

  FtpWay(Fetches fetches, RemoteFolder folder) {
    this.fetches = fetches;
    this.folder = folder;
  }

  @Override
  public WayKind kind() {
    return WayKind.FTP;
  }

  @Override
  public Look look(Way way, Arrivals arrivals)
      throws WayTrouble, IOException, InterruptedException {
    fetches.checkHost(way.host());
    FTPClient client = client(way);
    try {
      connect(client, way);
      return folder.look(way, server(client), arrivals);
    } finally {
      if (client.isConnected()) {
        client.disconnect();
      }
    }
  }

  private static FTPClient client(Way way) {
    FTPClient client;
    if ("ftps".equalsIgnoreCase(way.address().getScheme())) {
      FTPSClient secure = new FTPSClient();
      // the library's own looks at the certificate's dates only: the platform's asks who it is of
      secure.setTrustManager(null);
      secure.setEndpointCheckingEnabled(true);
      client = secure;
    } else {
      client = new FTPClient();
    }
    client.setConnectTimeout((int) CONNECT.toMillis());
    client.setDefaultTimeout((int) ANSWER.toMillis());
    client.setDataTimeout(ANSWER);
    client.setAutodetectUTF8(true);
    return client;
  }

  private static void connect(FTPClient client, Way way) throws WayTrouble, IOException {
    int port = way.address().getPort();
    client.connect(way.host(), port < 0 ? PORT : port);
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw WayTrouble.of("ways.trouble.status", way.host(), reply(client));
    }
    client.setSoTimeout((int) ANSWER.toMillis());
    if (!client.login(way.login().isEmpty() ? "anonymous" : way.login(), way.secret())) {
      throw WayTrouble.of("ways.trouble.forbidden", way.host(), reply(client));
    }
    if (client instanceof FTPSClient secure) {
      secure.execPBSZ(0);
      secure.execPROT("P");
    }
    client.enterLocalPassiveMode();
    client.setFileType(FTP.BINARY_FILE_TYPE);
    String path = way.address().getPath();
    if (path != null && !path.isEmpty() && !client.changeWorkingDirectory(path)) {
      throw WayTrouble.of("ways.trouble.gone", way.host() + path, reply(client));
    }
  }

  private static String reply(FTPClient client) {
    return Integer.toString(client.getReplyCode());
  }

  private static RemoteFolder.Server server(FTPClient client) {
    return new RemoteFolder.Server() {
      @Override
      public List<RemoteFile> list() throws IOException {
        FTPFile[] files = client.listFiles();
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
          throw new IOException("the list broke off");
        }
        return Arrays.stream(files)
            .filter(file -> file != null && file.isFile())
            .sorted(
                Comparator.comparing(
                    FTPFile::getTimestampInstant, Comparator.nullsLast(Comparator.naturalOrder())))
            .map(FtpWay::file)
            .toList();
      }

      @Override
      public byte[] read(String name) throws IOException {
        byte[] content = bytes(client, name);
        if (content.length > WireReader.MOST_BYTES) {
          client.abort();
        } else if (!client.completePendingCommand()) {
          throw new IOException("the file broke off");
        }
        return content;
      }
    };
  }

  private static byte[] bytes(FTPClient client, String name) throws IOException {
    try (InputStream in = client.retrieveFileStream(name)) {
      if (in == null) {
        throw new IOException("no such file");
      }
      return in.readNBytes(WireReader.MOST_BYTES + 1);
    }
  }

  private static RemoteFile file(FTPFile file) {
    return new RemoteFile(
        file.getName(), file.getSize() + " " + file.getTimestampInstant(), file.getSize());
  }
}
