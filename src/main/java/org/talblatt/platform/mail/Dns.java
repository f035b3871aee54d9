package org.talblatt.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.springframework.stereotype.Component;
import org.talblatt.platform.Settings;

/** Asks the domain name system, for a few seconds at most. */
@Component
public class Dns {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");
  private static final String FIRST_MILLIS = "1000";
  private static final String TRIES = "2";

  private final String server;

  Dns(Settings settings) {
    this.server = settings.dns() == null ? "dns:" : "dns://" + settings.dns();
  }

  /** No name server answered in time. */
  public static final class Silent extends Exception {
    private static final long serialVersionUID = 1L;

    Silent() {
      super("no name server answered", null, false, false);
    }
  }

  /** The texts of a name, each in one piece; none where there is no such name. */
  public List<String> texts(String name) throws Silent {
    return ask(name, "TXT").stream().map(Dns::inOnePiece).toList();
  }

  /** The IPv4 and IPv6 addresses of a name. */
  public List<String> addresses(String name) throws Silent {
    List<String> all = new ArrayList<>(ask(name, "A"));
    all.addAll(ask(name, "AAAA"));
    return all;
  }

  /** The names of a domain's mail servers; {@code .} says that it takes no mail. */
  public List<String> mailServers(String domain) throws Silent {
    return ask(domain, "MX").stream().map(each -> each.replaceFirst("^[0-9]+\\s+", "")).toList();
  }

  @SuppressWarnings("BanJNDI") // the name server's provider makes texts and loads no classes
  private List<String> ask(String name, String type) throws Silent {
    if (!NAME.matcher(name).matches()) {
      return List.of();
    }
    Properties how = new Properties();
    how.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
    how.put("java.naming.provider.url", server);
    how.put("com.sun.jndi.dns.timeout.initial", FIRST_MILLIS);
    how.put("com.sun.jndi.dns.timeout.retries", TRIES);
    InitialDirContext context = null;
    try {
      context = new InitialDirContext(how);
      Attribute found = context.getAttributes(name, new String[] {type}).get(type);
      return found == null ? List.of() : values(found);
    } catch (NameNotFoundException none) {
      return List.of();
    } catch (NamingException silent) {
      throw new Silent();
    } finally {
      close(context);
    }
  }

  private static void close(@org.jspecify.annotations.Nullable InitialDirContext context) {
    try {
      if (context != null) {
        context.close();
      }
    } catch (NamingException nothingIsOpen) {
      // what was asked for is here
    }
  }

  private static List<String> values(Attribute found) throws NamingException {
    List<String> values = new ArrayList<>();
    NamingEnumeration<?> all = found.getAll();
    while (all.hasMore()) {
      values.add(String.valueOf(all.next()));
    }
    return values;
  }

  /** Java writes a text of several pieces with spaces between, and quotes those that hold some. */
  private static String inOnePiece(String text) {
    StringBuilder whole = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '"') {
        quoted = !quoted;
      } else if (sign == '\\' && quoted && i + 1 < text.length()) {
        whole.append(text.charAt(++i));
      } else if (sign != ' ' || quoted) {
        whole.append(sign);
      }
    }
    return whole.toString();
  }
}
