import type { Request } from 'express';
import type { Account } from '../../domain/account';

export interface Visit {
  readonly account: Account;
  readonly token: string;
}

/** A request after the session guard. */
export interface AccessRequest extends Request {
  visit?: Visit;
}

/** Who was let in. Throws on a public route: nobody was asked who they are there. */
export function visitOf(request: AccessRequest): Visit {
  if (!request.visit) throw new Error('this route is @Public(): it has no account; give it a @Door(…)');
  return request.visit;
}

/** The account that was let in; null on a public route or before the guard. */
export const accountOfRequest = (request: AccessRequest): Account | null => request.visit?.account ?? null;
