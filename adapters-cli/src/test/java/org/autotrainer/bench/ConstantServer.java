package org.autotrainer.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * What a server is measured against: Jetty with as many threads, reading each body and answering with a constant of so many
 * bytes, on any port, which it prints: {@code BYTES}.
 */
final class ConstantServer {
    private ConstantServer() {}

    public static void main(String[] args) throws Exception {
        byte[] constant =
                ("{\"x\":\"" + "y".repeat(Integer.parseInt(args[0])) + "\"}").getBytes(StandardCharsets.US_ASCII);
        Server server = new Server(new QueuedThreadPool(200, 8));
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Content.Source.asByteBuffer(request);
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, constant.length);
                response.write(true, ByteBuffer.wrap(constant), callback);
                return true;
            }
        });
        server.start();
        System.out.println("{\"url\":\"http://127.0.0.1:" + connector.getLocalPort() + "\"}");
        server.join();
    }
}
