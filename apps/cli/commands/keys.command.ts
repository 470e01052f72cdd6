import { Cipher, Database, KeyFile, Keyring, newKeyText, resealAll, textsByKey } from '@bureau/platform';
import type { Command } from 'commander';
import { SEALED_COLUMNS } from '../../core/sealed.columns';
import { onTheBureau } from '../context';
import { Failed, note, say } from '../output';

export function addKeys(program: Command): void {
  const keys = program.command('keys').description('the keys that secret fields are encrypted with');
  keys
    .command('new')
    .description('prints a new key for BUREAU_KEY; stores nothing')
    .action(() => void say(newKeyText()));
  keys
    .command('list')
    .description('how many fields each key has encrypted; the keys themselves are not shown')
    .action(() =>
      onTheBureau(async (bureau) => {
        const keyring = bureau.get(Keyring);
        const counts = await textsByKey(bureau.get(Database), SEALED_COLUMNS);
        const current = keyring.current().id;
        say(`${current}\t${counts.get(current) ?? 0}\tencrypts`);
        for (const [id, n] of counts)
          if (id !== current) say(`${id}\t${n}\t${keyring.find(id) ? 'decrypts' : 'MISSING'}`);
      }),
    );
  keys
    .command('rotate')
    .description(
      'encrypts every secret field anew, while the bureau works: with a new key of the key file, or the first of BUREAU_KEY',
    )
    .action(() =>
      onTheBureau(async (bureau) => {
        const keyring = bureau.get(Keyring);
        if (keyring instanceof KeyFile) keyring.add();
        const { done, failures } = await resealAll(bureau.get(Database), bureau.get(Cipher), SEALED_COLUMNS);
        for (const why of failures) note(why);
        say(`${done} fields encrypted anew with the key ${keyring.current().id}`);
        if (keyring instanceof KeyFile)
          say(`${keyring.path} keeps the earlier keys: a backup from before today needs them. Copy it now.`);
        if (failures.length > 0) throw new Failed();
      }),
    );
}
