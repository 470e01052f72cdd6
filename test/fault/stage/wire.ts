import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * The way to a server, which can fall silent without anybody hanging up: a machine that lost its power, a firewall that
 * forgot the connection. Connections of that time stay silent for ever; new ones work again once it is mended.
 */
export interface Wire {
  /** The URL of the server, by way of the wire. */
  readonly url: string;
  fallSilent(): void;
  mend(): void;
  remove(): void;
}

export async function wireTo(serverUrl: string): Promise<Wire> {
  const url = new URL(serverUrl);
  const target = { host: url.hostname, port: Number(url.port || 5432) };
  const living = new Set<Socket>();
  const silenced = new Set<Socket>();
  let isSilent = false;
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (isSilent) {
      // Taken, as the kernel of a hung machine takes it, and never answered.
      silenced.add(near.pause());
      return;
    }
    const far = connect(target);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      living.add(socket);
      socket.setNoDelay(true);
      socket.on('data', (bytes) => silenced.has(socket) || other.write(bytes));
      socket.on('error', () => undefined).on('close', () => hungUp(socket, other, socket === near));
    }
  });
  const hungUp = (socket: Socket, other: Socket, isNear: boolean): void => {
    living.delete(socket);
    // The program is not told that the server hung up; what the program lets go of need not stay with the server.
    if (!silenced.delete(socket) || isNear) other.destroy();
  };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    fallSilent: () => {
      isSilent = true;
      for (const socket of living) silenced.add(socket);
    },
    mend: () => {
      isSilent = false;
    },
    remove: () => {
      for (const socket of [...living, ...silenced]) socket.destroy();
      server.close();
    },
  };
}
