import { DEFAULT_DATABASE_URL, parseDatabaseUrl } from '../database/database-url';
import { KeyFile } from './key.file';
import { GivenKeys, Keyring, NoKeys } from './keyring';

export interface KeySettings {
  /** The keys themselves, separated by commas. They win. */
  readonly keys?: string | undefined;
  /** The file they are in. */
  readonly file?: string | undefined;
}

/** Where a bureau's keys are: given, in a file that was named, or beside its SQLite database. */
export function openKeyring(
  databaseUrl: string = DEFAULT_DATABASE_URL,
  { keys, file }: KeySettings = {},
): Keyring {
  if (keys !== undefined) return new GivenKeys(keys);
  if (file !== undefined) return new KeyFile(file);
  const address = parseDatabaseUrl(databaseUrl);
  return address.dialect === 'sqlite' ? new KeyFile(`${address.file}.key`) : new NoKeys();
}
