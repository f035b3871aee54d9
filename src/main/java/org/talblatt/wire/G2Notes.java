package org.talblatt.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Notes to editors. A note is public only where the agency says so: dpa marks what must not be
 * printed, and says it twice, in a note of its own and again inside an unmarked notepad. Other
 * agencies mark nothing, and mean editors.
 */
final class G2Notes {
  private G2Notes() {}

  static void read(@Nullable Element itemMeta, ItemBuilder wire) {
    List<String> corrections = new ArrayList<>();
    for (Element note : Xml.children(itemMeta, "edNote")) {
      String role = note.getAttribute("role");
      boolean open = isPublic(note, role);
      if (role.endsWith(":notepad")) {
        notepad(note, open, wire);
        continue;
      }
      String text = Xml.text(note);
      wire.note(text, open);
      if (isCorrection(role) && !isClosed(note) && !text.isEmpty()) {
        corrections.add(text);
      }
    }
    wire.correctionNote = correction(corrections);
  }

  static boolean isCorrection(String role) {
    return role.endsWith(":correction")
        || role.endsWith(":correctionshort")
        || role.endsWith(":correctionnote");
  }

  /** The longest: the short form repeats it in fewer words. */
  static String correction(List<String> texts) {
    return texts.stream()
        .max(java.util.Comparator.comparingInt(String::length))
        .map(text -> text.replaceFirst("^\\(?(?:Berichtigung|KORREKTUR|Korrektur):\\s*", ""))
        .orElse("");
  }

  private static boolean isPublic(Element note, String role) {
    return role.startsWith("dpaednoterole:") && !isClosed(note) && !role.endsWith(":closingline");
  }

  private static boolean isClosed(Element note) {
    return note.getAttribute("pubconstraint").contains("nonpublic")
        || note.getAttribute("role").endsWith(":private");
  }

  /** A notepad holds a public and a closed part; the closed one is marked by its class only. */
  private static void notepad(Element note, boolean open, ItemBuilder wire) {
    List<Element> closed = new ArrayList<>();
    for (Element part : descendants(note)) {
      if (part.getAttribute("class").equals("closingline")) {
        part.setTextContent("");
      }
      String classes = " " + part.getAttribute("class") + " ";
      if (classes.contains(" np-nonpublic ")) {
        closed.add(part);
      }
    }
    for (Element part : closed) {
      wire.note(blockText(part), false);
      part.getParentNode().removeChild(part);
    }
    boolean marked = !closed.isEmpty() || NotForPrint.saidIn(Xml.text(note));
    wire.note(blockText(note), open && !(marked && closed.isEmpty()));
  }

  private static List<Element> descendants(Element root) {
    List<Element> found = new ArrayList<>();
    for (Element child : Xml.children(root)) {
      found.add(child);
      found.addAll(descendants(child));
    }
    return found;
  }

  /** Blocks side by side must not run into one word. */
  static String blockText(Element element) {
    return org.jsoup.Jsoup.parseBodyFragment(G2Body.html(element)).body().text();
  }
}
