import { Pool } from 'pg';
import { handWritten, type BareDriver } from './hand-written';

const STYLE = { mark: (position: number) => `$${position}`, rowsTogether: true };
/** As many as the product opens when nothing is said. */
const CONNECTIONS = 10;

/** pg with prepared statements on a pool as large as the product's own. */
export function barePostgres(url: string): BareDriver {
  const address = new URL(url);
  const schema = address.searchParams.get('schema') ?? 'public';
  address.searchParams.delete('schema');
  const pool = new Pool({
    connectionString: address.href,
    max: CONNECTIONS,
    options: `-c search_path=${schema}`,
  });
  const names = new Map<string, string>();
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `bare-${names.size}`;
    names.set(text, name);
    return name;
  };
  return {
    prepare: (batch) => handWritten(batch, STYLE),
    transact: async (statements) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        for (const [index, { text, values }] of statements.entries()) {
          const { rowCount } = await client.query({ name: nameOf(text), text, values });
          if (index === 0 && rowCount !== 1) throw new Error(`${rowCount} rows changed, not 1: ${text}`);
        }
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}
