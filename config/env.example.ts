import { envSchema } from './env.schema';

/** The text of `.env.example`, made from the schema so that it cannot fall behind. */
export function envExample(): string {
  const blocks = Object.entries(envSchema.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(undefined);
    const preset = parsed.success && parsed.data !== undefined ? String(parsed.data) : '';
    return `# ${schema.description ?? ''}\n# ${name}=${preset}\n`;
  });
  return [
    '# Settings of the bureau. Generated from config/env.schema.ts; every setting is optional.\n',
    ...blocks,
  ].join('\n');
}
