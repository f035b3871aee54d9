package org.talblatt.wire.format;

/** Where in a file, counted from 1 as editors' programs do. */
record Place(int line, int column) {
  static Place of(String text, int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < Math.min(offset, text.length()); i++) {
      if (endsLine(text, i)) {
        line++;
        start = i + 1;
      }
    }
    return new Place(line, offset - start + 1);
  }

  /** The offset of this place; the text's end where it has no such place. */
  int in(String text) {
    int left = line - 1;
    int i = 0;
    for (; i < text.length() && left > 0; i++) {
      if (endsLine(text, i)) {
        left--;
      }
    }
    return Math.min(text.length(), i + column - 1);
  }

  private static boolean endsLine(String text, int i) {
    char c = text.charAt(i);
    return c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
  }
}
