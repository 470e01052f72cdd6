import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { accessProblem, Authenticate, reachOf, shownToken } from '@bureau/access';
import type { Request, Response } from 'express';
import { isSameSecret } from '../core/secret';

export const METRICS_TOKEN = Symbol('METRICS_TOKEN');

/** Lets in the scraper that shows METRICS_TOKEN, and whoever may see the state of the system. */
@Injectable()
export class MetricsGuard implements CanActivate {
  constructor(
    @Inject(METRICS_TOKEN) private readonly scraper: string | null,
    private readonly authenticate: Authenticate,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const shown = shownToken(http.getRequest<Request>());
    if (shown && this.isScraper(shown.token)) return true;
    const account = shown && (await this.authenticate.execute(shown.token));
    if (!account) {
      http.getResponse<Response>().setHeader('WWW-Authenticate', 'Bearer realm="bureau"');
      throw accessProblem('no-session', 'en');
    }
    if (reachOf(account, 'health.detail') === null) throw accessProblem('not-your-role', account.language);
    return true;
  }

  private isScraper(token: string): boolean {
    return this.scraper !== null && isSameSecret(token, this.scraper);
  }
}
