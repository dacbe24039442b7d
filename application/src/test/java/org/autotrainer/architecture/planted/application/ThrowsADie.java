package org.autotrainer.architecture.planted.application;

import java.util.Random;

public final class ThrowsADie {
    int coin() {
        return new Random().nextInt(2);
    }
}
