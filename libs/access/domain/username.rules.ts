import { no, ok, type Result } from '@bureau/kernel';
import { violation, type Violation } from './account.violations';

// Asked before lower-casing: the Kelvin sign becomes a plain k, and two different texts would be one account.
const SHAPE = /^[A-Za-z0-9._-]{2,60}$/;

/** The one spelling of a username, in lower case. */
export const parseUsername = (text: string): Result<string, Violation> =>
  SHAPE.test(text) ? ok(text.toLowerCase()) : no(violation('username-shape'));
