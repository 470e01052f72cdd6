import { type Instant, millisOf } from '@bureau/kernel';
import { Secret, TOTP } from 'otpauth';

/** What the app on somebody's telephone shows at this moment. */
export const codeAt = (secret: string, at: Instant): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: millisOf(at) });

/** Six digits that are not the code of this moment, nor of the steps beside it. */
export function wrongCodeAt(secret: string, at: Instant): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const timestamp = millisOf(at);
  const near = [-30_000, 0, 30_000].map((away) => totp.generate({ timestamp: timestamp + away }));
  return ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code)) ?? '444444';
}
