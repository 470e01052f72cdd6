import { type CanActivate, type ExecutionContext, type HttpException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { Authenticate } from '../../application/authenticate.use-case';
import { reachOf } from '../../domain/may.rules';
import { SecondFactorPolicy } from '../../domain/second-factor.policy';
import { ACCESS, type RouteAccess } from './access.decorators';
import { type AccessProblemCode, accessProblem } from './access.problems';
import type { AccessRequest } from './access.request';
import { changesSomething, isFromElsewhere, showsOwnHand } from './cross-site.rules';
import { languageOf, shownToken } from './session.cookie';

/** Lets nobody past who is not known, and nobody whose roles do not open a door of the route. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticate: Authenticate,
    private readonly secondFactor: SecondFactorPolicy,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return false;
    const request = context.switchToHttp().getRequest<AccessRequest>();
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const shown = shownToken(request);
    const foreign = changesSomething(request) && isFromElsewhere(request);
    if (access === 'public') {
      // Somebody else's page must not log our people in under a name of its choice.
      if (foreign && shown?.by !== 'bearer') throw problem('cross-site', request);
      return true;
    }
    if (!shown) throw noSession(context, request);
    const unproven = changesSomething(request) && !showsOwnHand(request);
    if (shown.by === 'cookie' && (foreign || unproven)) throw problem('cross-site', request);

    const account = await this.authenticate.execute(shown.token);
    if (!account) throw noSession(context, request);
    if (!access?.some((door) => reachOf(account, door) !== null))
      throw accessProblem('not-your-role', account.language);
    if (this.secondFactor.isOwedBy(account) && !access.includes('session.own'))
      throw accessProblem('second-factor-owed', account.language);
    request.visit = { account, token: shown.token };
    return true;
  }
}

const problem = (code: AccessProblemCode, request: AccessRequest): HttpException =>
  accessProblem(code, languageOf(request));

function noSession(context: ExecutionContext, request: AccessRequest): HttpException {
  context.switchToHttp().getResponse<Response>().setHeader('WWW-Authenticate', 'Bearer realm="bureau"');
  return problem('no-session', request);
}
