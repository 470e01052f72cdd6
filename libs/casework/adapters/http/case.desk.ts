import { Injectable } from '@nestjs/common';
import { accessProblem, type Account, type DoorName, may, Walls } from '@bureau/access';
import { Clock } from '@bureau/kernel';
import { CaseList } from '../../application/case.list.query';
import type { Depth, Viewer } from '../../application/viewer';
import { unknownCase } from './case-problems';

/** Stands before every door to one case. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly cases: CaseList,
    private readonly walls: Walls,
    private readonly clock: Clock,
  ) {}

  viewerOf({ username, roles }: Account): Viewer {
    return { account: username, roles, now: this.clock.now() };
  }

  /** How far the account sees into the case. Throws 404 for a case that is hidden as for one that is not there. */
  async depthOf(number: string, account: Account): Promise<Depth> {
    const depth = await this.cases.depthOf(number, this.viewerOf(account));
    if (depth === null) throw unknownCase(account.language);
    if (depth === 'content') await this.enter(number, account);
    return depth;
  }

  /** Whoever sees what is in a case stands on its side from then on. */
  private async enter(number: string, { username, language }: Account): Promise<void> {
    const entry = {
      account: username,
      file: { kind: 'case', number },
      capacity: 'reader',
      by: null,
    } as const;
    if ((await this.walls.enter(entry)) === 'hidden') throw unknownCase(language);
  }

  /** Lets through who may see the content and passes the door. Who knows that the case exists hears 403, others 404. */
  async demandContent(number: string, door: DoorName, account: Account): Promise<void> {
    const depth = await this.depthOf(number, account);
    const relation = depth === 'content' ? 'own' : 'other';
    if (may(account, door, relation) !== 'yes') throw accessProblem('not-your-role', account.language);
  }
}
