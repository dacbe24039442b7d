package org.autotrainer.architecture.planted.application.port;

import org.autotrainer.application.memory.Memories;

interface KnowsTheFold {
    Memories memories();
}
