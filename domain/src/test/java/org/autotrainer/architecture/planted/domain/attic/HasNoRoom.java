package org.autotrainer.architecture.planted.domain.attic;

record HasNoRoom() {}
