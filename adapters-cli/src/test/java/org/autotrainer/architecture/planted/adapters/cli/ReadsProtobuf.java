package org.autotrainer.architecture.planted.adapters.cli;

import com.google.protobuf.ByteString;

final class ReadsProtobuf {
    int length(ByteString bytes) {
        return bytes.size();
    }
}
