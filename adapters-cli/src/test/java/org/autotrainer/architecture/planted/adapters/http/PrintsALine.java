package org.autotrainer.architecture.planted.adapters.http;

final class PrintsALine {
    void print() {
        System.out.println("listening");
    }
}
