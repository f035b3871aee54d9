package org.talblatt.desk.picture;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.talblatt.base.Failure;
import org.talblatt.base.PictureId;
import org.talblatt.identity.Reader;
import org.talblatt.identity.Role;
import org.talblatt.picture.FileWords;
import org.talblatt.picture.Focus;
import org.talblatt.picture.NewPicture;
import org.talblatt.picture.PictureStock;
import org.talblatt.picture.PictureWords;
import org.talblatt.picture.Pictures;
import org.talblatt.picture.Rendering;

/** Pictures that editors bring in, describe and take off. */
@Service
class PictureDesk {
  private final Pictures pictures;
  private final PictureStock stock;
  private final WirePictures agencys;
  private final TransactionTemplate transaction;

  PictureDesk(
      Pictures pictures,
      PictureStock stock,
      WirePictures agencys,
      TransactionTemplate transaction) {
    this.agencys = agencys;
    this.pictures = pictures;
    this.stock = stock;
    this.transaction = transaction;
  }

  /**
   * What came of a form with files: each is for itself.
   *
   * @param refused which were not taken, each with why
   */
  record Brought(List<PictureId> taken, List<Refused> refused) {}

  record Refused(String name, Failure why) {}

  /** Keeps what can be kept; what its files say of themselves is there to go on from. */
  Brought bring(List<Upload.Sent> files, Reader editor) {
    editor.require(Role.EDITOR);
    List<PictureId> taken = new ArrayList<>();
    List<Refused> refused = new ArrayList<>();
    for (Upload.Sent file : files) {
      try {
        taken.add(keep(file));
      } catch (Failure why) {
        refused.add(new Refused(file.name(), why));
      }
    }
    return new Brought(taken, refused);
  }

  private PictureId keep(Upload.Sent file) {
    // no connection is held meanwhile
    Rendering rendering = Rendering.of(file.content());
    FileWords words = FileWords.of(file.content());
    NewPicture fresh =
        new NewPicture(
            words.caption(),
            words.credit(),
            words.alternative(),
            words.rights(),
            Focus.MIDDLE,
            null,
            file.name(),
            false,
            false);
    return transaction.execute(done -> pictures.store(rendering, fresh));
  }

  void describe(PictureId id, PictureWords words, Reader editor) {
    editor.require(Role.EDITOR);
    stock.describe(id, words);
    stock.tidy(id);
  }

  void withdraw(PictureId id, Reader editor) {
    editor.require(Role.EDITOR);
    stock.withdraw(id);
  }

  /** What an agency took back is not ours to show again. */
  void release(PictureId id, Reader editor) {
    editor.require(Role.EDITOR);
    transaction.executeWithoutResult(
        done -> {
          if (agencys.takenBack(id)) {
            throw Failure.of(Failure.Kind.CONFLICT, "pictures.agencys-word");
          }
          stock.release(id);
        });
  }
}
