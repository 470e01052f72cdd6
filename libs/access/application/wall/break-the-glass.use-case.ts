import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, instantFromMillis, millisOf, no, ok, type Result } from '@bureau/kernel';
import { BREAK_GLASS } from '../../domain/wall/break-glass.policy';
import type { FileName } from '../../domain/wall/wall';
import { Journal } from '../journal';
import { type BrokenGlass, BrokenGlasses, Walls } from './walls';

export type BreakGlassRefusal = 'reason-too-short' | 'no-wall-here';

/**
 * Opens a file behind a wall for a short time to somebody who says why. It is on the list of the planner, and in the
 * journal, before the file is open; it changes nobody's side.
 */
@Injectable()
export class BreakTheGlass {
  constructor(
    private readonly walls: Walls,
    private readonly glasses: BrokenGlasses,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async execute(
    account: string,
    file: FileName,
    reason: string,
  ): Promise<Result<BrokenGlass, BreakGlassRefusal>> {
    if (reason.trim().length < BREAK_GLASS.shortestReason) return no('reason-too-short');
    if (!(await this.walls.hides(account, file))) return no('no-wall-here');
    const since = this.clock.now();
    const until = instantFromMillis(millisOf(since) + BREAK_GLASS.minutes * 60_000);
    const glass = { id: randomUUID(), file, account, reason: reason.trim(), since, until };
    await this.journal.record({
      action: 'glass.broken',
      actor: account,
      detail: { glass: glass.id, ...file, until },
    });
    await this.glasses.keep(glass);
    return ok(glass);
  }
}
