import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '@bureau/kernel';
import type { Account } from '../domain/account';
import { isLive } from '../domain/session.rules';
import { Journal } from './journal';
import { LoginSessions } from './login.sessions';
import { deviceIdOf, hashOfToken } from './secrets';

/** Where somebody is logged in. */
export interface LoggedInDevice {
  readonly id: string;
  /** Like "Firefox on Windows"; null when it did not say. */
  readonly label: string | null;
  readonly since: Instant;
  readonly lastUsed: Instant;
  /** The one that asks. */
  readonly isThis: boolean;
}

/** The own sessions: to look at, and to end. Nobody sees or ends those of somebody else here. */
@Injectable()
export class Devices {
  constructor(
    private readonly sessions: LoginSessions,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The live ones, last used first. */
  async list({ username }: Account, token: string): Promise<readonly LoggedInDevice[]> {
    const now = this.clock.now();
    const here = hashOfToken(token);
    return (await this.sessions.of(username))
      .filter((session) => isLive(session, now))
      .map(({ tokenHash, device, createdAt, lastUsedAt }) => ({
        id: deviceIdOf(tokenHash),
        label: device,
        since: createdAt,
        lastUsed: lastUsedAt,
        isThis: tokenHash === here,
      }))
      .sort((a, b) => b.lastUsed.localeCompare(a.lastUsed) || a.id.localeCompare(b.id));
  }

  /** Ends one, also the one that asks. False when there is none of this id. */
  async end({ username }: Account, id: string): Promise<boolean> {
    const found = (await this.sessions.of(username)).find(({ tokenHash }) => deviceIdOf(tokenHash) === id);
    if (!found) return false;
    await this.sessions.end(found.tokenHash);
    await this.journal.record({ action: 'session.ended', actor: username, detail: { username } });
    return true;
  }

  /** Ends all but the one that asks; answers how many there were. */
  async endOthers({ username }: Account, token: string): Promise<number> {
    const ended = await this.sessions.endOthers(username, hashOfToken(token));
    if (ended > 0)
      await this.journal.record({
        action: 'session.others_ended',
        actor: username,
        detail: { username, ended },
      });
    return ended;
  }
}
