import { readFileSync } from 'node:fs';
import {
  AddAccount,
  DisableAccount,
  EnableAccount,
  ListAccounts,
  MakeSenior,
  ResetPassword,
  ResetSecondFactor,
  ROLES,
  SetLanguage,
  isRole,
} from '@bureau/access';
import { type Language, LANGUAGES } from '@bureau/kernel';
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { onTheBureau } from '../context';
import { Failed, note, say } from '../output';

interface AddOptions {
  readonly role: string[];
  readonly name?: string;
  readonly person?: string;
  readonly senior?: boolean;
  readonly language: 'nl' | 'en';
  readonly passwordStdin?: boolean;
  readonly json?: boolean;
}

const roleNames = Object.keys(ROLES).join(', ');

function collectRole(text: string, earlier: string[] = []): string[] {
  const roles = text.split(',').map((role) => role.trim());
  if (!roles.every(isRole)) throw new InvalidArgumentError(`must be among ${roleNames}`);
  return [...earlier, ...roles];
}

export function addUser(program: Command): void {
  const user = program.command('user').description('accounts: who may log in, and with which roles');
  user
    .command('add')
    .description('adds an account; prints a generated password once, unless one is given')
    .argument('<username>')
    .requiredOption('--role <role...>', `one or more of ${roleNames}`, collectRole)
    .option('--name <name>', 'the name that colleagues see')
    .option('--person <id>', 'who this is in the pool (a mediator or curator id): their own requests')
    .option('--senior', 'a coordinator to whom is passed on what stays overdue')
    .addOption(new Option('--language <language>', 'language of texts').choices([...LANGUAGES]).default('nl'))
    .option('--password-stdin', 'read the password from standard input instead of generating one')
    .option('--json', 'print the result as JSON')
    .action((username: string, options: AddOptions) => add(username, options));
  user
    .command('list')
    .description('every account with its roles')
    .option('--json', 'print the result as JSON')
    .action(({ json }: { json?: boolean }) =>
      onTheBureau(async (bureau) => {
        const accounts = await bureau.get(ListAccounts).execute();
        if (json) say(JSON.stringify(accounts));
        else
          for (const { username, displayName, roles, senior, disabled } of accounts) {
            const marks = `${senior ? '\tsenior' : ''}${disabled ? '\tdisabled' : ''}`;
            say(`${username}\t${displayName}\t${roles.join(', ')}${marks}`);
          }
      }),
    );
  user
    .command('senior')
    .description('makes a coordinator senior: to them is passed on what stays overdue; --off ends it')
    .argument('<username>')
    .option('--off', 'no longer')
    .action((username: string, { off = false }: { off?: boolean }) =>
      onTheBureau(async (bureau) => {
        const result = await bureau.get(MakeSenior).execute(username, !off, null);
        if (!result.ok) {
          if ('username' in result.error) return unknown(username);
          note(result.error.words.en);
          throw new Failed();
        }
        say(`${result.value.username} is ${off ? 'no longer ' : ''}senior`);
      }),
    );
  user
    .command('disable')
    .description('ends an account: it can no longer log in, and its sessions end at once')
    .argument('<username>')
    .action((username: string) =>
      onTheBureau(async (bureau) => {
        const result = await bureau.get(DisableAccount).execute(username, null);
        if (!result.ok) return unknown(username);
        say(`${result.value.username} is disabled`);
      }),
    );
  user
    .command('enable')
    .description('lets a disabled account log in again')
    .argument('<username>')
    .action((username: string) =>
      onTheBureau(async (bureau) => {
        const result = await bureau.get(EnableAccount).execute(username, null);
        if (!result.ok) return unknown(username);
        say(`${result.value.username} is enabled`);
      }),
    );
  user
    .command('language')
    .description('the language in which the program speaks to an account')
    .argument('<username>')
    .addArgument(new Argument('<language>', 'language of texts').choices([...LANGUAGES]))
    .action((username: string, language: Language) =>
      onTheBureau(async (bureau) => {
        const result = await bureau.get(SetLanguage).execute(username, language, null);
        if (!result.ok) return unknown(username);
        say(`${result.value.username}: ${language}`);
      }),
    );
  user
    .command('reset-second-factor')
    .description('takes the second factor of somebody who lost it, and ends every session of the account')
    .argument('<username>')
    .action((username: string) =>
      onTheBureau(async (bureau) => {
        const result = await bureau.get(ResetSecondFactor).execute(username, null);
        if (!result.ok) return unknown(username);
        say(`${result.value.username} ${result.value.had ? 'no longer has' : 'has no'} second factor`);
      }),
    );
  user
    .command('reset')
    .description('gives an account a new generated password, printed once, and ends its sessions')
    .argument('<username>')
    .action((username: string) =>
      onTheBureau(async (bureau) => {
        const result = await bureau.get(ResetPassword).execute(username, null);
        if (!result.ok) return unknown(username);
        say(`${result.value.username}\npassword: ${result.value.password}`);
      }),
    );
}

const add = (username: string, options: AddOptions) =>
  onTheBureau(async (bureau) => {
    const { role, name, person, senior = false, language, passwordStdin, json } = options;
    const password = passwordStdin ? readFileSync(0, 'utf8').replace(/\r?\n$/, '') : undefined;
    const result = await bureau.get(AddAccount).execute(
      {
        username,
        displayName: name ?? username,
        roles: role.filter(isRole),
        language,
        person: person ?? null,
        senior,
        ...(password !== undefined && { password }),
      },
      null,
    );
    if (!result.ok) {
      if (result.error.code === 'username-taken')
        note(`${username}: there is an account of this name already`);
      else for (const { words } of result.error.violations) note(words.en);
      throw new Failed();
    }
    const { account, generatedPassword } = result.value;
    if (json) say(JSON.stringify({ ...account, password: generatedPassword }));
    else {
      say(`${account.username} added as ${account.roles.join(', ')}`);
      if (generatedPassword) say(`password: ${generatedPassword}`);
    }
  });

function unknown(username: string): never {
  note(`${username}: there is no such account`);
  throw new Failed();
}
