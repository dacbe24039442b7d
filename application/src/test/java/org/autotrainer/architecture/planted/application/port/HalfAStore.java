package org.autotrainer.architecture.planted.application.port;

abstract class HalfAStore {}
