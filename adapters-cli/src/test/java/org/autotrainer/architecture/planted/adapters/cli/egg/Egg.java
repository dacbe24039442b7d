package org.autotrainer.architecture.planted.adapters.cli.egg;

import org.autotrainer.architecture.planted.adapters.cli.chicken.Chicken;

public record Egg(Chicken of) {}
