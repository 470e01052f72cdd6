import { fork } from 'node:child_process';
import { join } from 'node:path';

export interface Child<Ready> {
  readonly ready: Ready;
  stop(): Promise<void>;
}

/** Starts one of the processes beside this file, gives it its order, and waits until it says that it is ready. */
export async function start<Order extends object, Ready>(file: string, order: Order): Promise<Child<Ready>> {
  const hook = join(__dirname, 'built.hook.cjs');
  const child = fork(join(__dirname, file), { execArgv: ['-r', hook] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.send(order);
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Ready));
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code} before it was ready`)));
  });
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect();
    await ended;
  };
  return { ready, stop };
}
