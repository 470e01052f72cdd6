import { AbstractLogger } from 'typeorm';

/** TypeORM prints failed migrations to the console besides throwing them: plain lines amid a structured log. */
export class SilentLogger extends AbstractLogger {
  protected writeLog(): void {
    // Every error is thrown as well.
  }
}
