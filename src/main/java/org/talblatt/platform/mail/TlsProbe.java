package org.talblatt.platform.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** How well the way to the mail server is protected: greets it, encrypts, and hangs up. */
public final class TlsProbe {
  private static final int PATIENCE_MILLIS = 4000;
  private static final int MOST_BYTES = 8192;

  private TlsProbe() {}

  /** What came of it. */
  public sealed interface Tls {
    /** Encrypted, with a certificate that this machine trusts. */
    record Encrypted(String protocol, String cipher) implements Tls {}

    /** The certificate is not trusted, run out, or somebody else's. */
    record Untrusted() implements Tls {}

    /** The server offers no encryption. */
    record Missing() implements Tls {}

    /** Nobody answers there. */
    record Unreachable() implements Tls {}
  }

  /** Takes seconds at most. */
  public static Tls probe(MailServer server) {
    return probe(server, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  static Tls probe(MailServer server, SSLSocketFactory trust) {
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      return server.tls() || offered(plain) ? encrypt(plain, server, trust) : new Tls.Missing();
    } catch (SSLException refused) {
      return new Tls.Untrusted();
    } catch (IOException | IllegalArgumentException nobody) {
      return new Tls.Unreachable();
    }
  }

  private static boolean offered(Socket plain) throws IOException {
    InputStream in = plain.getInputStream();
    OutputStream out = plain.getOutputStream();
    answer(in);
    out.write("EHLO talblatt\r\n".getBytes(StandardCharsets.US_ASCII));
    if (!answer(in).toUpperCase(Locale.ROOT).matches("(?s).*\\n250[ -]STARTTLS\\b.*")) {
      return false;
    }
    out.write("STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
    return answer(in).startsWith("220");
  }

  /** All lines of one answer: the last has a space behind its number. */
  private static String answer(InputStream in) throws IOException {
    StringBuilder all = new StringBuilder();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < MOST_BYTES; i++) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("hung up");
      }
      if (next != '\n') {
        line.append((char) next);
        continue;
      }
      all.append(line).append('\n');
      if (line.length() < 4 || line.charAt(3) != '-') {
        return all.toString();
      }
      line.setLength(0);
    }
    throw new IOException("too long an answer");
  }

  private static Tls encrypt(Socket plain, MailServer server, SSLSocketFactory trust)
      throws IOException {
    try (SSLSocket secure =
        (SSLSocket) trust.createSocket(plain, server.host(), server.port(), true)) {
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      SSLSession session = secure.getSession();
      return new Tls.Encrypted(session.getProtocol(), session.getCipherSuite());
    }
  }
}
