@NullMarked
package org.talblatt.desk.editor;

import org.jspecify.annotations.NullMarked;
