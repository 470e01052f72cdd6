import { VerifyCases } from '@bureau/casework';
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
        const cases = await bureau.get(VerifyCases).execute(progress('cases checked'));
        if (json) say(JSON.stringify({ checked, failures, cases }));
        else {
          for (const { request, why } of failures) note(`${request}: ${why}`);
          for (const { case: number, why } of cases.failures) note(`case ${number}: ${why}`);
          say(
            `${checked} requests checked, ${new Set(failures.map(({ request }) => request)).size} with faults`,
          );
          // A bureau without a desk has nothing to hear of it.
          if (cases.checked > 0)
            say(
              `${cases.checked} cases checked, ${new Set(cases.failures.map((one) => one.case)).size} with faults`,
            );
        }
        if (failures.length + cases.failures.length > 0) throw new Failed();
      }),
    );
}
