package org.autotrainer.architecture.planted.application;

public final class PrintsItsResult {
    void print(int applied) {
        System.out.println(applied);
    }
}
