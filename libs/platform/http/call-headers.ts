import { digestOf } from '../audit';
import { Problem } from './problem';

/** The revision that `If-Match: "7"` names; undefined without the header. Anything else is a malformed call. */
export function revisionFrom(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const found = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(ifMatch);
  if (!found)
    throw new Problem(400, {
      code: 'malformed',
      title: 'This does not fit',
      detail: 'If-Match must be one revision in quotes, as the ETag gave it: "7".',
    });
  return Number(found[1]);
}

/** The key of the call with a hash of what was sent; undefined without the header. */
export function idempotencyFrom(
  key: string | undefined,
  sent: object,
): { readonly key: string; readonly bodyHash: string } | undefined {
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem(400, {
      code: 'malformed',
      title: 'This does not fit',
      detail: 'Idempotency-Key must be 1 to 200 visible characters without spaces.',
    });
  return { key, bodyHash: digestOf(JSON.stringify(sent)) };
}
