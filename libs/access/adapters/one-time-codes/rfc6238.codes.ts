import { type Instant, millisOf } from '@bureau/kernel';
import { Secret, TOTP } from 'otpauth';
import { OneTimeCodes } from '../../application/second-factor/one-time-codes';
import { ONE_TIME_CODE } from '../../domain/one-time-code.rules';

/** 160 bits, as RFC 4226 advises. */
const SECRET_BYTES = 20;
const ISSUER = 'Bureau';

/** SHA-1, six digits and thirty seconds: the only form that every authenticator app reads. */
export class Rfc6238Codes extends OneTimeCodes {
  readonly decoy = this.newSecret();

  newSecret(): string {
    return new Secret({ size: SECRET_BYTES }).base32;
  }

  uriOf(secret: string, username: string): string {
    return generator(secret, username).toString();
  }

  stepOf(secret: string, code: string, now: Instant): number | null {
    const timestamp = millisOf(now);
    const totp = generator(secret, '');
    const away = totp.validate({ token: code, timestamp, window: ONE_TIME_CODE.window });
    return away === null ? null : totp.counter({ timestamp }) + away;
  }
}

const generator = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: ONE_TIME_CODE.digits,
    period: ONE_TIME_CODE.periodSeconds,
    secret: Secret.fromBase32(secret),
  });
