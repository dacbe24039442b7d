package org.autotrainer.architecture.planted.application;

import org.autotrainer.architecture.planted.adapters.http.OpenToAll;

final class ReachesOutward {
    Object outside() {
        return new OpenToAll();
    }
}
