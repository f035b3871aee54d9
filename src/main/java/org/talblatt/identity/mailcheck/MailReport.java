package org.talblatt.identity.mailcheck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;
import org.talblatt.platform.mail.Dns;
import org.talblatt.platform.mail.MailServer;
import org.talblatt.platform.mail.Spf;
import org.talblatt.platform.mail.TlsProbe;

/**
 * Looks at all that decides whether our mails arrive: the way to the mail server, and the records
 * of the sender's domain. Every look is bounded in time; what nobody answered is said to be so.
 */
@Component
class MailReport {
  private static final Logger log = LoggerFactory.getLogger(MailReport.class);
  private static final int PATIENCE_SECONDS = 10;

  private final Settings settings;
  private final Dns dns;

  MailReport(Settings settings, Dns dns) {
    this.settings = settings;
    this.dns = dns;
  }

  /** Looks at everything at once. */
  List<Finding> findings() {
    List<String> topics = List.of("tls", "spf", "dkim", "dmarc", "bounces");
    List<Callable<Finding>> looks =
        List.of(this::tls, this::spf, this::dkim, this::dmarc, this::bounces);
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Finding>> results = each.invokeAll(looks, PATIENCE_SECONDS, TimeUnit.SECONDS);
      List<Finding> findings = new ArrayList<>();
      for (int i = 0; i < topics.size(); i++) {
        findings.add(result(topics.get(i), results.get(i)));
      }
      return findings;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static Finding result(String topic, Future<Finding> look) throws InterruptedException {
    try {
      return look.get();
    } catch (CancellationException tooLong) {
      return Finding.of(topic, Finding.Level.UNKNOWN, "silent");
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof Dns.Silent)) {
        log.warn("looking at {} failed", topic, failed.getCause());
      }
      return Finding.of(topic, Finding.Level.UNKNOWN, "silent");
    }
  }

  private String domain() {
    return settings.mailFrom().substring(settings.mailFrom().lastIndexOf('@') + 1);
  }

  private Finding tls() {
    MailServer server = settings.smtp();
    if (server == null) {
      return Finding.of("tls", Finding.Level.BAD, "no-server");
    }
    return switch (TlsProbe.probe(server)) {
      case TlsProbe.Tls.Encrypted(String protocol, String cipher) ->
          Finding.of("tls", Finding.Level.GOOD, "tls-good", protocol, cipher);
      case TlsProbe.Tls.Untrusted bad ->
          Finding.of("tls", Finding.Level.BAD, "tls-untrusted", server.host());
      case TlsProbe.Tls.Missing bad ->
          Finding.of(
              "tls",
              server.local() ? Finding.Level.GOOD : Finding.Level.BAD,
              server.local() ? "tls-local" : "tls-missing",
              server.host());
      case TlsProbe.Tls.Unreachable bad ->
          Finding.of(
              "tls",
              Finding.Level.BAD,
              "unreachable",
              server.host(),
              Integer.toString(server.port()));
    };
  }

  private Finding spf() throws Dns.Silent, IOException {
    MailServer server = settings.smtp();
    String domain = domain();
    if (server == null) {
      return Finding.of("spf", Finding.Level.UNKNOWN, "no-server");
    }
    if (server.local()) {
      return dns.texts(domain).stream().anyMatch(text -> text.startsWith("v=spf1"))
          ? Finding.of("spf", Finding.Level.UNKNOWN, "spf-local", domain)
          : Finding.of("spf", Finding.Level.BAD, "spf-missing", domain, "mx");
    }
    InetAddress sender;
    try {
      sender = InetAddress.getByName(server.host());
    } catch (UnknownHostException unknown) {
      return Finding.of("spf", Finding.Level.UNKNOWN, "silent");
    }
    String address = sender.getHostAddress();
    return switch (new Spf(dns, sender).of(domain)) {
      case PASS -> Finding.of("spf", Finding.Level.GOOD, "spf-good", domain, address);
      case NONE ->
          Finding.of("spf", Finding.Level.BAD, "spf-missing", domain, "a:" + server.host());
      case BROKEN -> Finding.of("spf", Finding.Level.BAD, "spf-broken", domain);
      case FAIL, SOFTFAIL, NEUTRAL ->
          Finding.of(
              "spf", Finding.Level.BAD, "spf-refuses", domain, address, "a:" + server.host());
    };
  }

  private Finding dkim() throws Dns.Silent {
    String selector = settings.dkimSelector();
    if (selector == null) {
      return Finding.of("dkim", Finding.Level.BETTER, "dkim-unknown", domain());
    }
    String name = selector + "._domainkey." + domain();
    List<String> keys =
        dns.texts(name).stream().filter(text -> text.matches("(?s).*\\bp=.*")).toList();
    if (keys.isEmpty()) {
      return Finding.of("dkim", Finding.Level.BAD, "dkim-missing", name);
    }
    return keys.getFirst().matches("(?s).*\\bp=\\s*[A-Za-z0-9+/].*")
        ? Finding.of("dkim", Finding.Level.GOOD, "dkim-good", name)
        : Finding.of("dkim", Finding.Level.BAD, "dkim-revoked", name);
  }

  private Finding dmarc() throws Dns.Silent {
    String name = "_dmarc." + domain();
    return dns.texts(name).stream()
        .filter(text -> text.startsWith("v=DMARC1"))
        .findFirst()
        .map(text -> Finding.of("dmarc", Finding.Level.GOOD, "dmarc-good", name, text))
        .orElseGet(() -> Finding.of("dmarc", Finding.Level.BETTER, "dmarc-missing", name));
  }

  /** Whether reports of undeliverable mails can come back, and are read. */
  private Finding bounces() throws Dns.Silent {
    String domain = domain();
    Collection<String> servers = dns.mailServers(domain);
    boolean taken = servers.isEmpty() ? !dns.addresses(domain).isEmpty() : !servers.contains(".");
    if (!taken) {
      return Finding.of("bounces", Finding.Level.BAD, "bounces-nowhere", domain);
    }
    return settings.bounces() == null
        ? Finding.of("bounces", Finding.Level.BETTER, "bounces-unread", settings.mailFrom())
        : Finding.of("bounces", Finding.Level.GOOD, "bounces-good");
  }
}
