package org.talblatt.desk.picture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talblatt.picture.KeptPicture;
import org.talblatt.picture.PictureStock;
import org.talblatt.platform.text.Times;

/**
 * A page of the newsroom's pictures.
 *
 * @param next the number of the last, where older ones follow; else null
 * @param done what has just been done, in words; empty for nothing
 * @param problems what was refused, each in words
 * @param edits whether who looks may change anything
 */
public record StockView(
    List<KeptPicture> pictures,
    PictureStock.Choice choice,
    String words,
    int toDescribe,
    @Nullable String next,
    String done,
    List<String> problems,
    boolean edits,
    Times times,
    Instant now) {}
