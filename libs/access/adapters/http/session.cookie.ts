import type { CookieOptions, Request, Response } from 'express';
import { type Language, LANGUAGES } from '@bureau/kernel';
import { SESSION_TERMS } from '../../domain/session.rules';

export const SESSION_COOKIE = 'bureau_session';

export interface ShownToken {
  readonly token: string;
  readonly by: 'cookie' | 'bearer';
}

const BEARER = /^bearer +(\S+) *$/i;
const COOKIE = new RegExp(`(?:^|;)\\s*${SESSION_COOKIE}=([^;\\s]+)`);

/** The token a request shows. A bearer wins: whoever sends one has chosen it, a cookie comes along by itself. */
export function shownToken({ headers }: Pick<Request, 'headers'>): ShownToken | null {
  const bearer = BEARER.exec(headers.authorization ?? '')?.[1];
  if (bearer) return { token: bearer, by: 'bearer' };
  const cookie = COOKIE.exec(headers.cookie ?? '')?.[1];
  return cookie ? { token: cookie, by: 'cookie' } : null;
}

/** Out of reach of scripts and of other sites; only over TLS when this request came over TLS, also through a proxy. */
const options = (request: Request): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/',
  secure: request.secure || firstOf(request.headers['x-forwarded-proto']) === 'https',
});

const firstOf = (header: string | string[] | undefined): string =>
  (Array.isArray(header) ? header[0] : header)?.split(',')[0]?.trim().toLowerCase() ?? '';

export const setSessionCookie = (request: Request, response: Response, token: string): unknown =>
  response.cookie(SESSION_COOKIE, token, { ...options(request), maxAge: SESSION_TERMS.longestMs });

export const clearSessionCookie = (request: Request, response: Response): unknown =>
  response.clearCookie(SESSION_COOKIE, options(request));

/** The language a visitor without an account asks for; Dutch when nothing is asked. */
export const languageOf = (request: Request): Language =>
  LANGUAGES.find((language) => language === request.acceptsLanguages([...LANGUAGES])) ?? 'nl';
