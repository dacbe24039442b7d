package org.autotrainer.architecture.planted.domain;

class OpenToInheritance {}
