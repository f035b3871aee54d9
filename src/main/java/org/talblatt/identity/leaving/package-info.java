/**
 * What a person may ask of the paper by law: a copy of everything held on them, and to be
 * forgotten, in three ways. Features join by {@code PersonalData}.
 */
@NullMarked
package org.talblatt.identity.leaving;

import org.jspecify.annotations.NullMarked;
