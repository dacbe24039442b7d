package org.autotrainer.architecture.planted.adapters.http;

import java.net.http.HttpClient;

final class CallsOut {
    Object client() {
        return HttpClient.newHttpClient();
    }
}
