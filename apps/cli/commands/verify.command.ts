import { VerifyRequests } from '@bureau/mediation';
import type { Command } from 'commander';
import { onTheBureau } from '../context';
import { Failed, note, progress, say } from '../output';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'folds every history again and compares; checks the journal and the deadlines; names what fails',
    )
    .option('--json', 'print the result as JSON')
    .action(({ json }: { json?: boolean }) =>
      onTheBureau(async (bureau) => {
        const { checked, failures } = await bureau.get(VerifyRequests).execute(progress('requests checked'));
        if (json) say(JSON.stringify({ checked, failures }));
        else {
          for (const { request, why } of failures) note(`${request}: ${why}`);
          say(
            `${checked} requests checked, ${new Set(failures.map(({ request }) => request)).size} with faults`,
          );
        }
        if (failures.length > 0) throw new Failed();
      }),
    );
}
