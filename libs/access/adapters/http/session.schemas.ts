import { z } from 'zod';
import { LANGUAGES } from '@bureau/kernel';
import { LONGEST_PASSWORD } from '../../domain/password.rules';
import { codeSchema } from './second-factor.schemas';

export const CredentialsSchema = z
  .strictObject({
    username: z.string().min(1).max(60),
    password: z.string().min(1).max(LONGEST_PASSWORD),
    code: codeSchema.optional(),
  })
  .meta({ id: 'Credentials' });

export const PasswordChangeSchema = z
  .strictObject({
    current: z.string().min(1).max(LONGEST_PASSWORD),
    next: z.string().min(1).max(LONGEST_PASSWORD),
  })
  .meta({ id: 'PasswordChange' });

export const LogInQuerySchema = z.strictObject({
  token: z.literal('1').optional().meta({ description: '1: answer with a bearer token, set no cookie' }),
});

export const WhoAmISchema = z
  .strictObject({
    username: z.string(),
    displayName: z.string(),
    roles: z.array(z.string()),
    language: z.enum(LANGUAGES),
    secondFactor: z
      .enum(['on', 'off', 'owed'])
      .meta({ description: 'owed: a role asks for one; until there is one nothing else is open' }),
  })
  .meta({ id: 'WhoAmI' });

export const BearerSchema = z.strictObject({ token: z.string() }).meta({ id: 'Bearer' });

export const LoggedInSchema = z.union([WhoAmISchema, BearerSchema]);
