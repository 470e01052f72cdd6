import { isRole, ROLES } from '@bureau/access';
import { isTimeZone } from '@bureau/calendar';
import { z } from 'zod';

const port = z.coerce.number('must be a number').int('must be a whole number').min(0).max(65_535);

const databaseUrl = z
  .string()
  .refine((url) => /^(sqlite:|postgres(ql)?:\/\/)./.test(url), 'must be sqlite:FILE or postgres://…');

const queueUrl = z
  .string()
  .refine((url) => /^(rediss?|postgres(ql)?):\/\/./.test(url), 'must be redis://… or postgres://…');

const isKey = (text: string): boolean =>
  /^[\w+/-]{43}=?$/.test(text.trim()) && Buffer.from(text.trim(), 'base64').length === 32;

/**
 * Every setting of the program, from the environment. One entry is all a new setting needs: its type, its default and
 * the line of `.env.example` come from here.
 */
export const envSchema = z.object({
  DATABASE_URL: databaseUrl
    .optional()
    .describe(
      'Where the files are kept: sqlite:FILE or postgres://user:password@host/database. Unset: SQLite in ./data.',
    ),
  QUEUE_URL: queueUrl
    .optional()
    .describe(
      'Who wakes the deadlines: redis://host:6379/1, or rediss:// with TLS, or postgres://…?schema=bullmq. Unset: the process itself, no server needed.',
    ),
  PORT: port.default(3000).describe('The port of the web page and the HTTP interface.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on; 0.0.0.0 for all of them.'),
  BUREAU_TIMEZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone, like Europe/Amsterdam')
    .default('Europe/Amsterdam')
    .describe("The bureau's own time zone: its days are the days of every deadline."),
  BUREAU_KEY: z
    .string()
    .refine((keys) => keys.split(',').every(isKey), 'must be the output of `bureau keys new`')
    .optional()
    .describe(
      'What secret fields are encrypted with; several are separated by commas: the first encrypts, the others only decrypt. Unset: a key file. Needed on PostgreSQL.',
    ),
  BUREAU_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The file of that key, one key a line. Unset: beside the SQLite database, with .key behind its name. Made when it is missing: keep a copy.',
    ),
  SECOND_FACTOR_FOR: z
    .string()
    .default('')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .transform((roles) => roles.filter((role) => role !== ''))
    .refine((roles) => roles.every(isRole), `must be among ${Object.keys(ROLES).join(', ')}`)
    .transform((roles) => roles.filter(isRole))
    .describe(
      'The roles that must log in with a second factor, separated by commas, like admin,coordinator. Unset: everybody may, nobody must.',
    ),
  METRICS_TOKEN: z
    .string()
    .min(16, 'must have at least 16 characters: whoever knows it reads the metrics')
    .regex(/^\S+$/, 'must not contain spaces')
    .optional()
    .describe(
      'What Prometheus shows as bearer token at /api/metrics. Unset: only an administrator reads it.',
    ),
  METRICS_PORT: port
    .optional()
    .describe('Where a worker shows its own metrics, at /metrics, for METRICS_TOKEN. Unset: nowhere.'),
  SWEEP_SECONDS: z.coerce
    .number('must be a number')
    .min(0.05)
    .max(3600)
    .default(60)
    .describe('How often is looked for deadlines that have passed, in seconds.'),
});

export type Env = z.output<typeof envSchema>;
