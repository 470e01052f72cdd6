import type { Request } from 'express';

type Shown = Pick<Request, 'method' | 'headers'>;

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const JSON_BODY = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

export const changesSomething = ({ method }: Pick<Request, 'method'>): boolean => !READS.has(method);

/** True when the browser says that the page of another host sent this. Silence is no proof of anything. */
export function isFromElsewhere({ headers: { origin, host } }: Shown): boolean {
  if (origin === undefined) return false;
  try {
    const from = new URL(origin);
    // Read with the same scheme, so that a default port that is spelled out makes no difference.
    return host === undefined || new URL(`${from.protocol}//${host}`).host !== from.host;
  } catch {
    return true;
  }
}

/** True when the request carries what the form or image of another site cannot: they would need leave by CORS first. */
export const showsOwnHand = ({ headers }: Shown): boolean =>
  headers['x-requested-with'] !== undefined || JSON_BODY.test(headers['content-type'] ?? '');
