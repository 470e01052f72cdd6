import { instantFromMillis, instantOf } from '@bureau/kernel';
import { codeAt } from '../../../../test/support/authenticator';
import { Rfc6238Codes } from './rfc6238.codes';

const codes = new Rfc6238Codes();
/** "12345678901234567890", the secret of the test vectors of RFC 6238. */
const OF_THE_RFC = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const NINE = instantOf('2026-03-02T09:00:00Z');

// RFC 6238, appendix B: the last six of its eight digits.
it.each([
  [59, '287082', 1],
  [1_111_111_109, '081804', 37_037_036],
  [1_111_111_111, '050471', 37_037_037],
  [1_234_567_890, '005924', 41_152_263],
  [2_000_000_000, '279037', 66_666_666],
  [20_000_000_000, '353130', 666_666_666],
])('at second %i the code of the RFC is %s', (seconds, code, step) =>
  expect(codes.stepOf(OF_THE_RFC, code, instantFromMillis(seconds * 1000))).toBe(step),
);

it('takes the code of the step before and of the one after, and tells which it was', () => {
  const at = (time: string) => instantOf(`2026-03-02T${time}Z`);
  const now = codes.stepOf(OF_THE_RFC, codeAt(OF_THE_RFC, NINE), NINE) ?? 0;
  expect(codes.stepOf(OF_THE_RFC, codeAt(OF_THE_RFC, at('08:59:30')), NINE)).toBe(now - 1);
  expect(codes.stepOf(OF_THE_RFC, codeAt(OF_THE_RFC, at('09:00:30')), NINE)).toBe(now + 1);
  expect(codes.stepOf(OF_THE_RFC, codeAt(OF_THE_RFC, at('08:59:29')), NINE)).toBeNull();
  expect(codes.stepOf(OF_THE_RFC, codeAt(OF_THE_RFC, at('09:01:00')), NINE)).toBeNull();
});

it('gives everybody a secret of 160 bits, in a form that an app can read', () => {
  const secrets = Array.from({ length: 50 }, () => codes.newSecret());
  expect(new Set(secrets).size).toBe(50);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const uri = new URL(codes.uriOf(OF_THE_RFC, 'anna'));
  expect(`${uri.protocol}//${uri.host}`).toBe('otpauth://totp');
  expect(decodeURIComponent(uri.pathname)).toBe('/Bureau:anna');
  expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret: OF_THE_RFC, issuer: 'Bureau' });
});
