import { envSchema, type Env } from './env.schema';

/** A setting is wrong: what is wrong, what it means, and what to change. */
export class WrongSettings extends Error {}

/** The settings of this process, checked. The only reader of the environment. An empty value counts as unset. */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Env {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const result = envSchema.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new WrongSettings(
    `These settings are wrong, so nothing was started:\n${lines.join('\n')}\nChange them in the environment; .env.example explains each.`,
  );
}
