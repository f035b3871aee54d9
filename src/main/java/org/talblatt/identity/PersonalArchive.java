package org.talblatt.identity;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.talblatt.platform.text.Messages;

/**
 * Takes in what is held on a person and writes it down twice: as JSON for machines, as HTML in
 * their language for themselves. Nothing is gathered in memory.
 */
public interface PersonalArchive {
  /**
   * A list of things of one kind.
   *
   * @param name names the files, {@code comments} for {@code comments.json} and {@code .html}
   * @param title the key of the message that heads it
   * @param rows hands over one after the other; called several times, each time from the beginning
   */
  void section(String name, String title, Consumer<Consumer<PersonalRecord>> rows);

  /** A file as it is, such as a picture. */
  void file(String name, Content content);

  /** The language of the person. */
  Messages messages();

  /** Opens a file's bytes. */
  interface Content {
    InputStream open() throws IOException;
  }
}
