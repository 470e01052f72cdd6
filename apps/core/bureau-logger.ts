import { ConsoleLogger } from '@nestjs/common';

/** What the framework says of its own wiring; true every time, so it tells nobody anything. */
const WIRING = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
  'NestMicroservice',
]);

/** The log of a process: what the bureau has to say, without the framework's account of its own start. */
export class BureauLogger extends ConsoleLogger {
  constructor() {
    super({ colors: process.stdout.isTTY === true });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    const context: unknown = rest.at(-1);
    if (typeof context !== 'string' || !WIRING.has(context)) super.log(message, ...(rest as string[]));
  }
}
