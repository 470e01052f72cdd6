import type { Logger } from '@nestjs/common';
import { messageOf } from '../database/database.errors';

/** Something that fails for a while: said once when it begins and once when it is over, not at every try. */
export class Outage {
  private since = false;

  constructor(
    private readonly logger: Logger,
    private readonly what: string,
    private readonly meanwhile: string,
  ) {}

  begins(error: unknown): void {
    if (!this.since) this.logger.warn(`${this.what} (${messageOf(error)}); ${this.meanwhile}`);
    this.since = true;
  }

  isOver(): void {
    if (this.since) this.logger.log(`over: ${this.what}`);
    this.since = false;
  }
}
