package org.talblatt.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  private final JdbcClient db;
  private final PictureFiles files;

  Pictures(JdbcClient db, PictureFiles files) {
    this.db = db;
    this.files = files;
  }

  /**
   * Keeps a picture in every width that it is served in.
   *
   * @param file a JPEG or PNG of at most 25 MB and 50 megapixels; anything else is a {@link
   *     org.talblatt.base.Failure}
   * @param alternative what it shows, for those who can't see it
   */
  @Transactional
  public PictureId store(byte[] file, String caption, String credit, String alternative) {
    return store(Rendering.of(file), caption, credit, alternative);
  }

  /** As above, with the picture decoded beforehand. */
  @Transactional
  public PictureId store(Rendering picture, String caption, String credit, String alternative) {
    PictureId id = insert(picture, caption, credit, alternative);
    TransactionSynchronizationManager.registerSynchronization(new Undo(id));
    files.write(id, picture);
    return id;
  }

  /** What stands in the picture's ETag, if the public may see it. */
  Optional<String> publicHash(PictureId id) {
    return db.sql("select sha256 from public_picture where id = ?")
        .param(id.value())
        .query(byte[].class)
        .optional()
        .map(hash -> HexFormat.of().formatHex(hash, 0, 8));
  }

  private PictureId insert(Rendering rendering, String caption, String credit, String alternative) {
    long id =
        db.sql(
                """
                insert into picture (width, height, sha256, caption, credit, alternative)
                values (:width, :height, :sha256, :caption, :credit, :alternative)
                returning id
                """)
            .param("width", rendering.width())
            .param("height", rendering.height())
            .param("sha256", sha256(rendering.original()))
            .param("caption", caption)
            .param("credit", credit)
            .param("alternative", alternative)
            .query(Long.class)
            .single();
    return new PictureId(id);
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
