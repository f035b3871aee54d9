package org.talblatt.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.talblatt.base.PictureId;

/**
 * The door to pictures. What the public may see of them is decided by the view {@code
 * public_picture}: a picture is as public as an article that shows it.
 */
@Service
public class Pictures {
  private final PictureRecords records;
  private final PictureFiles files;
  private final Renditions renditions;

  Pictures(PictureRecords records, PictureFiles files, Renditions renditions) {
    this.records = records;
    this.files = files;
    this.renditions = renditions;
  }

  /**
   * Keeps a picture in every width that it is served in.
   *
   * @param file a JPEG, PNG or WebP of at most 25 MB and 50 megapixels; anything else is a {@link
   *     org.talblatt.base.Failure}
   * @param alternative what it shows, for those who can't see it
   */
  @Transactional
  public PictureId store(byte[] file, String caption, String credit, String alternative) {
    return store(Rendering.of(file), NewPicture.own(caption, credit, alternative));
  }

  /** As above, with the picture decoded beforehand. */
  @Transactional
  public PictureId store(Rendering picture, NewPicture words) {
    PictureId id = records.insert(picture, sha256(picture.original()), words);
    TransactionSynchronizationManager.registerSynchronization(new Undo(id));
    files.write(id, picture, new CreditMark(words.credit()));
    return id;
  }

  /**
   * Makes the files that pages will ask for first; readers would wait for them otherwise. Takes
   * seconds: not to be done in a transaction.
   */
  public void prepare(PictureId id) {
    records.find(id).ifPresent(served -> renditions.prepare(served.picture()));
  }

  /** Any picture, also one that may not be shown any more. */
  public Optional<Picture> find(PictureId id) {
    return records.find(id).map(PictureRecords.Served::picture);
  }

  /** The newest that may be shown and that somebody or an agency has described. */
  public List<Picture> forPicking(int limit) {
    return records.forPicking(limit);
  }

  /** Those of the pictures that may be shown now. */
  public Map<PictureId, Picture> usable(Collection<PictureId> ids) {
    return ids.isEmpty() ? Map.of() : records.usable(ids);
  }

  private static byte[] sha256(byte[] file) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(file);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A rolled-back row leaves no files. */
  private final class Undo implements TransactionSynchronization {
    private final PictureId id;

    Undo(PictureId id) {
      this.id = id;
    }

    @Override
    public void afterCompletion(int status) {
      if (status == STATUS_ROLLED_BACK) {
        files.delete(id);
      }
    }
  }
}
