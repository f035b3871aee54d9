package org.talblatt.desk.editor;

import java.time.Instant;
import org.talblatt.base.AccountId;

/**
 * What somebody writes in an article and has not stored yet.
 *
 * @param name the writer's
 * @param basis the article's version that they began from
 * @param revision raised with every change
 */
record WorkingCopy(
    AccountId editor, String name, int basis, int revision, EditorForm form, Instant changedAt) {}
