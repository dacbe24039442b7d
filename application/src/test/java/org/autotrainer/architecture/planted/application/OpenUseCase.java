package org.autotrainer.architecture.planted.application;

public class OpenUseCase {}
