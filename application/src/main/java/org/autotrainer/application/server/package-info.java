/** How a training loop is served to others: by a provider that is found by its name, as stores are. */
package org.autotrainer.application.server;
