package org.autotrainer.architecture.planted.application.attic;

record HasNoRoom() {}
