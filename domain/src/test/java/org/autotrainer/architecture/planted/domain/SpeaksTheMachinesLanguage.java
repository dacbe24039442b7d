package org.autotrainer.architecture.planted.domain;

final class SpeaksTheMachinesLanguage {
    String normalForm(String text) {
        return text.toLowerCase();
    }
}
