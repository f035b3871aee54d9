package org.talblatt.identity.leaving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.web.util.HtmlUtils;
import org.talblatt.identity.PersonalRecord;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/** Records as pages that open without a network: no script, no picture from elsewhere. */
record RecordPage(Messages messages, Times times) {
  private static final String STYLE =
      """
      :root{color-scheme:light dark}
      body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
      h1{font-family:Georgia,serif;line-height:1.2}
      section{border-top:1px solid;padding:.75rem 0}
      dl{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.2rem 1rem;margin:0}
      dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
      @media(max-width:30rem){dl{grid-template-columns:1fr}dt{font-weight:600}}
      """;

  void write(Writer out, String title, Consumer<Consumer<PersonalRecord>> rows) throws IOException {
    head(out, title);
    out.write("<p><a href=\"index.html\">" + text("leaving.export-index") + "</a></p>\n");
    rows.accept(row -> section(out, row));
    out.write("</main></body></html>\n");
  }

  void index(
      Writer out, String paper, String madeAt, List<ZipArchive.Listed> sections, List<String> files)
      throws IOException {
    head(out, messages.get("leaving.export-title", paper));
    out.write("<p>" + text("leaving.export-intro", paper, madeAt) + "</p>\n<ul>\n");
    for (ZipArchive.Listed section : sections) {
      out.write(
          "<li><a href=\"%s.html\">%s</a> (%d) · <a href=\"json/%s.json\">JSON</a></li>%n"
              .formatted(section.name(), escape(section.title()), section.count(), section.name()));
    }
    for (String file : files) {
      out.write("<li><a href=\"files/%s\">%s</a></li>%n".formatted(escape(file), escape(file)));
    }
    out.write("</ul>\n<p>" + text("leaving.export-json") + "</p>\n</main></body></html>\n");
  }

  private void head(Writer out, String title) throws IOException {
    out.write(
        """
        <!doctype html>
        <html lang="%s"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title><style>%s</style></head><body><main>
        <h1>%s</h1>
        """
            .formatted(messages.language(), escape(title), STYLE, escape(title)));
  }

  private void section(Writer out, PersonalRecord row) {
    try {
      out.write("<section><dl>\n");
      for (PersonalRecord.Field field : row.fields()) {
        out.write("<dt>" + text(field.label()) + "</dt><dd>" + value(field.value()) + "</dd>\n");
      }
      out.write("</dl></section>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String value(Object value) {
    return switch (value) {
      case Instant moment -> escape(times.full(moment));
      case Boolean truth -> text(truth ? "leaving.yes" : "leaving.no");
      case URI address ->
          "<a href=\"%s\">%s</a>".formatted(escape(address.toString()), escape(address.toString()));
      case List<?> texts ->
          String.join("\n\n", texts.stream().map(text -> escape(text.toString())).toList());
      default -> escape(value.toString());
    };
  }

  private String text(String key, Object... arguments) {
    return escape(messages.get(key, arguments));
  }

  private static String escape(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
