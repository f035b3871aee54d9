/**
 * The newsroom's list of articles and the editor: drafts on their way to the paper, and what is out
 * and corrected. Whoever writes has a working copy of their own; two of them are brought together
 * block by block, and nobody's words are lost.
 */
@NullMarked
package org.talblatt.desk.editor;

import org.jspecify.annotations.NullMarked;
