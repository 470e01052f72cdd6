import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut while something is under way, as a network does. */
export interface Cable {
  /** The URL of the server, through the cable. */
  readonly url: string;
  cut(): void;
  /** Cuts, and refuses every further connection until it is up again: a server that is gone. */
  down(): void;
  up(): void;
  remove(): Promise<void>;
}

export async function cableTo(serverUrl: string): Promise<Cable> {
  const url = new URL(serverUrl);
  const target = { host: url.hostname, port: Number(url.port || 5432) };
  const sockets = new Set<Socket>();
  let isDown = false;
  const server = createServer((near) => {
    if (isDown) return void near.destroy();
    const far = connect(target);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  const cut = () => sockets.forEach((socket) => socket.destroy());
  const down = () => {
    isDown = true;
    cut();
  };
  const up = () => {
    isDown = false;
  };
  return {
    url: url.href,
    cut,
    down,
    up,
    remove: () => new Promise((closed) => server.close(() => closed())),
  };
}
