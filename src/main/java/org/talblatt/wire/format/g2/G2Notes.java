package org.talblatt.wire.format.g2;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.wire.format.CorrectionNotes;
import org.talblatt.wire.format.ItemBuilder;
import org.talblatt.wire.format.Markup;
import org.talblatt.wire.format.NotForPrint;
import org.talblatt.wire.format.Xml;
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
      if (CorrectionNotes.isCorrection(role) && !isClosed(note) && !text.isEmpty()) {
        corrections.add(text);
      }
    }
    wire.correctionNote = CorrectionNotes.of(corrections);
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
      wire.note(Markup.blockText(part), false);
      part.getParentNode().removeChild(part);
    }
    boolean marked = !closed.isEmpty() || NotForPrint.saidIn(Xml.text(note));
    wire.note(Markup.blockText(note), open && !(marked && closed.isEmpty()));
  }

  private static List<Element> descendants(Element root) {
    List<Element> found = new ArrayList<>();
    for (Element child : Xml.children(root)) {
      found.add(child);
      found.addAll(descendants(child));
    }
    return found;
  }
}
