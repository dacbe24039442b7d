package org.autotrainer.architecture.planted.adapters.http;

public final class OpenToAll {}
