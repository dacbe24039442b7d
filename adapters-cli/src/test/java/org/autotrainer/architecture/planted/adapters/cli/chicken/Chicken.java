package org.autotrainer.architecture.planted.adapters.cli.chicken;

import org.autotrainer.architecture.planted.adapters.cli.egg.Egg;

public record Chicken(Egg from) {}
