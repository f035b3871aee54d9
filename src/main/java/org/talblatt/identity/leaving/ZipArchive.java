package org.talblatt.identity.leaving;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.talblatt.identity.PersonalArchive;
import org.talblatt.identity.PersonalRecord;
import org.talblatt.platform.text.Messages;
import org.talblatt.platform.text.Times;

/**
 * A zip with {@code index.html}, and for each section a page and a JSON file. Written as it comes:
 * in memory is one record at a time.
 */
final class ZipArchive implements PersonalArchive, Closeable {
  private final ZipOutputStream zip;
  private final Messages messages;
  private final RecordPage page;
  private final RecordJson json;
  private final List<Listed> listed = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  ZipArchive(OutputStream out, Messages messages, Times times) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.messages = messages;
    this.page = new RecordPage(messages, times);
    this.json = new RecordJson(times);
  }

  /** A section in the index. */
  record Listed(String name, String title, long count) {}

  @Override
  public Messages messages() {
    return messages;
  }

  @Override
  public void section(String name, String title, Consumer<Consumer<PersonalRecord>> rows) {
    long[] count = {0};
    entry(
        "json/" + name + ".json",
        out -> json.write(out, each -> rows.accept(row -> counted(count, each, row))));
    entry(name + ".html", out -> page.write(out, messages.get(title), rows));
    listed.add(new Listed(name, messages.get(title), count[0]));
  }

  private static void counted(long[] count, Consumer<PersonalRecord> each, PersonalRecord row) {
    count[0]++;
    each.accept(row);
  }

  @Override
  public void file(String name, Content content) {
    try (InputStream in = content.open()) {
      zip.putNextEntry(new ZipEntry("files/" + name));
      in.transferTo(zip);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.add(name);
  }

  /** Writes the index and ends the archive; what it is written to stays open. */
  void finish(String paper, String madeAt) {
    entry("index.html", out -> page.index(out, paper, madeAt, listed, files));
    try {
      zip.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Written {
    void to(Writer out) throws IOException;
  }

  private void entry(String name, Written written) {
    try {
      zip.putNextEntry(new ZipEntry(name));
      Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
      written.to(out);
      out.flush();
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
