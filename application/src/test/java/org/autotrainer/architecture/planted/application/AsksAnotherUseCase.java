package org.autotrainer.architecture.planted.application;

public final class AsksAnotherUseCase {
    Object other() {
        return new OpenUseCase();
    }
}
