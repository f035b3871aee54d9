package org.talblatt.desk.editor;

/**
 * What somebody sends from the editor.
 *
 * @param basis the article's version that they began from
 * @param revision of their working copy, as their window knows it; 0 where it knows none
 */
record Edit(EditorForm form, int basis, int revision) {}
