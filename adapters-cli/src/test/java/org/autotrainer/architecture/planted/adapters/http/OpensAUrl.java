package org.autotrainer.architecture.planted.adapters.http;

import java.io.IOException;
import java.net.URL;

final class OpensAUrl {
    Object open(URL url) throws IOException {
        return url.openStream();
    }
}
