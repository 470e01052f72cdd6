import { Injectable } from '@nestjs/common';
import { Journal } from './journal';
import { LoginSessions } from './login.sessions';
import { hashOfToken } from './secrets';

/** Ends the session of a token, and only that one. Ending what has ended is no error. */
@Injectable()
export class LogOut {
  constructor(
    private readonly sessions: LoginSessions,
    private readonly journal: Journal,
  ) {}

  async execute(token: string): Promise<void> {
    const tokenHash = hashOfToken(token);
    const found = await this.sessions.find(tokenHash);
    if (!found) return;
    await this.sessions.end(tokenHash);
    const { username } = found.account;
    await this.journal.record({ action: 'logout.done', actor: username, detail: { username } });
  }
}
