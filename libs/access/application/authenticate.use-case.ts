import { Injectable } from '@nestjs/common';
import { Clock } from '@bureau/kernel';
import type { Account } from '../domain/account';
import { isLive, needsRefresh } from '../domain/session.rules';
import { LoginSessions } from './login.sessions';
import { hashOfToken } from './secrets';

/** Whose token this is, now; null for a token that was never given, has ended or expired, or whose account is disabled. */
@Injectable()
export class Authenticate {
  constructor(
    private readonly sessions: LoginSessions,
    private readonly clock: Clock,
  ) {}

  async execute(token: string): Promise<Account | null> {
    const tokenHash = hashOfToken(token);
    const found = await this.sessions.find(tokenHash);
    const now = this.clock.now();
    if (!found || found.account.disabled || !isLive(found.session, now)) return null;
    if (needsRefresh(found.session, now)) await this.sessions.touch(tokenHash, now);
    return found.account;
  }
}
