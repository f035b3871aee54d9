package org.talblatt.identity.guard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;
import org.talblatt.platform.mail.MailAddress;

/**
 * Mail domains whose addresses are thrown away after a minute. A file {@value #FILE} in the data
 * folder replaces the list that comes with the program, from the next registration on: one domain a
 * line, {@code #} begins a remark. What lies under a domain counts as the domain.
 */
@Component
public class DisposableDomains {
  private static final String FILE = "disposable-domains.txt";
  private static final String SUPPLIED = "/guard/" + FILE;
  private static final Logger log = LoggerFactory.getLogger(DisposableDomains.class);

  private final Path file;
  private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

  DisposableDomains(Settings settings) {
    this.file = settings.data().resolve(FILE);
  }

  /** The domains as they were read from the file of that time; null where there was none. */
  private record Known(@Nullable FileTime written, Set<String> domains) {}

  /** Whether mail to this address goes to a service for disposable addresses. */
  public boolean holds(MailAddress address) {
    Set<String> domains = current();
    String domain = address.domain();
    for (int dot = 0; dot >= 0; dot = domain.indexOf('.')) {
      domain = domain.substring(dot == 0 ? 0 : dot + 1);
      if (domains.contains(domain)) {
        return true;
      }
    }
    return false;
  }

  private Set<String> current() {
    FileTime written = written();
    Known before = known.get();
    if (before != null && Objects.equals(before.written(), written)) {
      return before.domains();
    }
    Set<String> domains = written == null ? supplied() : own(before);
    known.set(new Known(written, domains));
    return domains;
  }

  private @Nullable FileTime written() {
    try {
      return Files.exists(file) ? Files.getLastModifiedTime(file) : null;
    } catch (IOException goneMeanwhile) {
      return null;
    }
  }

  /** A file that can't be read (not UTF-8, no right) leaves the list as it was. */
  private Set<String> own(@Nullable Known before) {
    try (Stream<String> lines = Files.lines(file)) {
      return domains(lines);
    } catch (IOException | UncheckedIOException unreadable) {
      log.error("{} can not be read: {}", file, unreadable.toString());
      return before == null ? supplied() : before.domains();
    }
  }

  private static Set<String> supplied() {
    try (InputStream in =
            Objects.requireNonNull(DisposableDomains.class.getResourceAsStream(SUPPLIED));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return domains(lines.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> domains(Stream<String> lines) {
    return lines
        .map(line -> line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT))
        .filter(line -> !line.isEmpty())
        .map(DisposableDomains::ascii)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain);
    } catch (IllegalArgumentException noDomain) {
      return domain;
    }
  }
}
