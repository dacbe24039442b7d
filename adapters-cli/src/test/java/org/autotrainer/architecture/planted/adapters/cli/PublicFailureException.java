package org.autotrainer.architecture.planted.adapters.cli;

public final class PublicFailureException extends IllegalStateException {
    private static final long serialVersionUID = 1L;
}
