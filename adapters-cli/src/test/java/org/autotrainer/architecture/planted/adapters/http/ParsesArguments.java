package org.autotrainer.architecture.planted.adapters.http;

import picocli.CommandLine;

final class ParsesArguments {
    Object parse(CommandLine line) {
        return line.getParseResult();
    }
}
