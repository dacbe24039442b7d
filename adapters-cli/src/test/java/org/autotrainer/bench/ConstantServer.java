package org.autotrainer.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * What a server is measured against: Jetty set up as it is, with as many threads and the same limits, reading each body and
 * answering {@code /BYTES} with a constant of so many bytes. It listens on any port, which it prints.
 */
final class ConstantServer {
    private static final Map<Integer, byte[]> CONSTANTS = new ConcurrentHashMap<>();

    private ConstantServer() {}

    private static byte[] constant(int bytes) {
        return ("{\"x\":\"" + "y".repeat(bytes - 8) + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    public static void main(String[] args) throws Exception {
        Server server = new Server(new QueuedThreadPool(232, 8));
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(8 << 10);
        configuration.setIdleTimeout(10_000);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(10_000);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(4_096, connector));
        server.setHandler(new GracefulHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                Content.Source.asByteBuffer(request);
                int bytes = Integer.parseInt(Request.getPathInContext(request).substring(1));
                byte[] constant = CONSTANTS.computeIfAbsent(bytes, ConstantServer::constant);
                response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, constant.length);
                response.write(true, ByteBuffer.wrap(constant), callback);
                return true;
            }
        }));
        server.start();
        System.out.println("{\"url\":\"http://127.0.0.1:" + connector.getLocalPort() + "\"}");
        server.join();
    }
}
