import { z } from 'zod';
import { LONGEST_PASSWORD } from '../../domain/password.rules';

/** Six digits, or a recovery code; blanks between them are no matter. */
export const codeSchema = z
  .string()
  .min(6)
  .max(40)
  .meta({ description: 'Six digits of the authenticator, or a recovery code' });

const password = z.string().min(1).max(LONGEST_PASSWORD);

export const EnrolmentSchema = z.strictObject({ password }).meta({ id: 'SecondFactorEnrolment' });

export const ConfirmationSchema = z
  .strictObject({ code: codeSchema })
  .meta({ id: 'SecondFactorConfirmation' });

export const RemovalSchema = z
  .strictObject({ password, code: codeSchema })
  .meta({ id: 'SecondFactorRemoval' });

export const EnrolledSchema = z
  .strictObject({ secret: z.string(), uri: z.string() })
  .meta({ id: 'SecondFactorSecret' });

export const ConfirmedSchema = z
  .strictObject({ recoveryCodes: z.array(z.string()) })
  .meta({ id: 'RecoveryCodes' });

export const DeviceIdSchema = z.string().regex(/^[\w-]{16}$/, 'must be the id of one of your devices');
