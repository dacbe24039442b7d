/** Checks of the rows of data sets, written from what the trainers document; they share nothing with the formats. */
package org.autotrainer.domain.dataset.check;
