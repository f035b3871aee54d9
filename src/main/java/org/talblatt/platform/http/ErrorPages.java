package org.talblatt.platform.http;

import java.util.Map;
import org.talblatt.base.Failure;

/** Draws the page that tells a person what went wrong. Implemented where the paper's frame is. */
public interface ErrorPages {
  /** A whole HTML document saying what failed, in the paper's language. */
  String render(Failure failure);

  /** One sentence saying what failed, in the paper's language. */
  String sentence(Failure failure);

  /** What is wrong with each refused field, by name, in the paper's language. */
  default Map<String, String> fields(Failure failure) {
    return failure.fields();
  }
}
