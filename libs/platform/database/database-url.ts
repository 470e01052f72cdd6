import { DatabaseProblem } from './database.errors';

export type DatabaseAddress =
  | { readonly dialect: 'sqlite'; readonly file: string }
  | { readonly dialect: 'postgres'; readonly url: string; readonly schema: string | undefined };

export const DEFAULT_DATABASE_URL = 'sqlite:./data/bureau.sqlite';

/**
 * Where DATABASE_URL points: `sqlite:FILE`, or `postgres://…` with an optional `schema=name` among its parameters.
 * Throws DatabaseProblem on anything else, without repeating the URL: it may hold a password.
 */
export function parseDatabaseUrl(text: string = DEFAULT_DATABASE_URL): DatabaseAddress {
  const scheme = /^([a-z]+):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === 'sqlite') {
    const file = text.slice('sqlite:'.length);
    if (file === '' || file.includes(':memory:')) throw problem(`DATABASE_URL '${text}' names no file`);
    return { dialect: 'sqlite', file };
  }
  if (scheme !== 'postgres' && scheme !== 'postgresql') {
    throw problem(scheme ? `DATABASE_URL starts with '${scheme}:'` : 'DATABASE_URL is not a URL');
  }
  if (!URL.canParse(text)) throw problem('DATABASE_URL is not a valid postgres:// URL');
  const url = new URL(text);
  const schema = url.searchParams.get('schema') ?? undefined;
  if (schema !== undefined && !/^[a-z][a-z_0-9]*$/.test(schema)) {
    throw problem(
      `DATABASE_URL asks for the schema '${schema}', which is not lower case letters, digits and _`,
    );
  }
  // pg lets `options` of the URL win over ours: the schema would silently be another one.
  if (schema !== undefined && url.searchParams.has('options')) {
    throw problem('DATABASE_URL has both schema= and options=');
  }
  url.searchParams.delete('schema');
  return { dialect: 'postgres', url: url.href, schema };
}

const problem = (what: string): DatabaseProblem =>
  new DatabaseProblem(
    what,
    'The program does not know which database to use, so it did not start.',
    `Set DATABASE_URL to sqlite:FILE or to postgres://user:password@host:5432/database, or leave it out for ${DEFAULT_DATABASE_URL}.`,
  );
