package org.talblatt.widget;

import org.talblatt.identity.Reader;

/** Who writes from another house's page, without any role, and by which pass. */
record Guest(Reader reader, Pass pass) {}
