/**
 * The ways on which agency copy comes in: pushed over HTTP, put into a folder, fetched from feeds,
 * lists of files, dpa's wireQ, SFTP and FTP servers; whom we have which agreement with; how each
 * way is. A way in trouble delays no other: each look has a thread of its own, holds no connection
 * to the database while it waits for somebody, and ends in time.
 */
@NullMarked
package org.talblatt.desk.ways;

import org.jspecify.annotations.NullMarked;
