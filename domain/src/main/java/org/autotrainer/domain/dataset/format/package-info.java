/**
 * The formats of data sets that come with AutoTrainer: a small file each, which says how one kind of trainer wants a
 * row.
 *
 * <p>What trainers refuse everywhere is refused before; a format adds what its own trainer refuses. Others are added
 * by an implementation of {@link org.autotrainer.domain.dataset.DatasetFormat} in a jar.
 */
package org.autotrainer.domain.dataset.format;
