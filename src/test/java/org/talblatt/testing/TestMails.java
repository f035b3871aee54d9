package org.talblatt.testing;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that a paper without a mail server wrote to its data folder. */
public final class TestMails {
  private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]+(/\\S*\\?link=\\S+)");

  private TestMails() {}

  /** A mail as its reader sees it. */
  public record Received(
      String to, String from, String subject, String text, Map<String, String> headers) {
    /** A header's value; empty where there is none. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }

    /** The first of our own addresses in it that starts like this, without the host. */
    public String path(String start) {
      Matcher found =
          Pattern.compile("http://localhost:[0-9]+(" + Pattern.quote(start) + "\\S*)")
              .matcher(text);
      if (!found.find()) {
        throw new AssertionError("no " + start + " in the mail " + subject);
      }
      return found.group(1);
    }

    /** The path of the mailed link. */
    public String link() {
      Matcher link = LINK.matcher(text);
      if (!link.find()) {
        throw new AssertionError("no link in the mail " + subject);
      }
      return link.group(1);
    }

    /** The secret in the mailed link. */
    public String secret() {
      return link().substring(link().indexOf('=') + 1);
    }
  }

  /** Waits until this many mails have come to an address, and returns them, oldest first. */
  public static List<Received> await(TestPaper paper, String to, int count) {
    return org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> of(paper, to), mails -> mails.size() >= count);
  }

  /** Waits for the one mail to an address. */
  public static Received await(TestPaper paper, String to) {
    return await(paper, to, 1).getLast();
  }

  /** The mails that have come to an address so far. */
  public static List<Received> of(TestPaper paper, String to) throws IOException {
    Path folder = paper.settings().data().resolve("mail");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted(java.util.Comparator.comparing(TestMails::written))
          .map(TestMails::read)
          .filter(mail -> mail.to().equals(to))
          .toList();
    }
  }

  private static java.nio.file.attribute.FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Received read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
      return new Received(
          message.getAllRecipients()[0].toString(),
          message.getFrom()[0].toString(),
          message.getSubject(),
          (String) message.getContent(),
          headers(message));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> headers(MimeMessage message) throws MessagingException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      headers.put(header.getName(), header.getValue());
    }
    return headers;
  }
}
