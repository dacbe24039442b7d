package org.autotrainer.architecture.planted.domain;

public final class ChangesInPublic {
    private int support;

    int more() {
        return ++support;
    }
}
