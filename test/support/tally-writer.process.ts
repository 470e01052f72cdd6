import { openDatabase } from '../../libs/platform/database';
import { TALLIES, type TallyRow } from './tally.schema';

/** `<url> <id> <count>`: adds 1 to the tally `t0` so many times, each with an entry, and prints how many went in. */
async function main([url, id, count]: readonly string[]): Promise<void> {
  const database = await openDatabase({ url, ...TALLIES });
  let written = 0;
  while (written < Number(count)) {
    const [row] = await database.read<TallyRow>(`select * from tally where id = 't0'`);
    if (!row) throw new Error('t0 is gone');
    const revision = row.revision + 1;
    const result = await database.commit({
      guard: {
        change: 'tally',
        where: { id: 't0', revision: row.revision },
        set: { revision, total: row.total + 1 },
      },
      writes: [
        {
          insert: 'entry',
          rows: [{ id: `${id}-${written}`, tally_id: 't0', revision, body: id ?? '', open: 0 }],
        },
      ],
    });
    if (result.ok) written += 1;
  }
  await database.close();
  process.stdout.write(String(written));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(String(error));
  process.exitCode = 1;
});
