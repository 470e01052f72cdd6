import { type AddressInfo, connect, createServer } from 'node:net';

/** Where the server is, and how long its answers are under way. */
export interface FarOrder {
  readonly host: string;
  readonly port: number;
  readonly millis: number;
}

/** A longer way to a server: every answer arrives later, in order. In a process of its own, so that it costs us nothing. */
function serve({ host, port, millis }: FarOrder): void {
  const server = createServer((near) => {
    const far = connect(port, host);
    near.setNoDelay(true);
    far.setNoDelay(true);
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => setTimeout(() => near.write(bytes), millis));
    near.on('close', () => far.end()).on('error', () => undefined);
    far.on('close', () => setTimeout(() => near.end(), millis)).on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
}

process.once('message', (order) => serve(order as FarOrder));
process.on('disconnect', () => process.exit());
