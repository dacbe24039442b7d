package org.autotrainer.architecture.planted.adapters.attic;

record HasNoRoom() {}
