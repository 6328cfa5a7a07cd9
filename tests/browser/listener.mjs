// A place that nothing may reach: it records who calls, over TCP and, at the same port, over UDP.
import { createSocket } from "node:dgram";
import { createServer } from "node:http";

/** Bytes 4 to 8 of a STUN message, by which WebRTC asks for an address. */
const STUN = 0x2112a442;

/** Listens on a free port of the loopback interface: `{ address, hits, stun, close }`; `hits` are the paths asked for. */
export async function listen() {
  const heard = { hits: [], stun: 0 };
  const server = createServer((request, response) => {
    heard.hits.push(request.url);
    response.writeHead(200, { "access-control-allow-origin": "*" }).end();
  });
  server.on("upgrade", (request, socket) => {
    heard.hits.push(request.url);
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  const udp = createSocket("udp4");
  udp.on("message", (packet) => (heard.stun += packet.length >= 20 && packet.readUInt32BE(4) === STUN ? 1 : 0));
  await new Promise((done) => udp.bind(port, "127.0.0.1", done));
  heard.address = `http://127.0.0.1:${port}/`;
  heard.close = async () => {
    udp.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return heard;
}
