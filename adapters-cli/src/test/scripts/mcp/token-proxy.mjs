// Shows the token of a server for clients that cannot: node token-proxy.mjs URL, which prints its own address.
import { createServer, request } from "node:http";

const target = new URL(process.argv[2]);
const proxy = createServer((incoming, outgoing) => {
  // By its own name it was reached as the server would be; any other name goes on as it came.
  const own = `:${proxy.address().port}`;
  const headers = { ...incoming.headers, authorization: `Bearer ${process.env.AUTOTRAINER_TOKEN}` };
  for (const name of ["host", "origin"]) {
    if (headers[name]) headers[name] = headers[name].replace(own, `:${target.port}`);
  }
  const { method, url: path } = incoming;
  const onward = request({ host: target.hostname, port: target.port, method, path, headers, setHost: false }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  incoming.pipe(onward);
});
proxy.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${proxy.address().port}`));
