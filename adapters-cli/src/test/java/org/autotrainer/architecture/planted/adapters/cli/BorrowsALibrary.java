package org.autotrainer.architecture.planted.adapters.cli;

import com.google.common.collect.ImmutableList;

final class BorrowsALibrary {
    Object list() {
        return ImmutableList.of();
    }
}
