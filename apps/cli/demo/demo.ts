import type { INestApplicationContext } from '@nestjs/common';
import { AddAccount, type Role } from '@bureau/access';
import { localDate } from '@bureau/calendar';
import { addDays, Clock, weekdayOf, type PlainDate } from '@bureau/kernel';
import { BureauRules, ReplayHistory } from '@bureau/mediation';
import { ImportMediators, MediatorPool } from '@bureau/mediators';
import { Failed, note, say } from '../output';
import { demoLines } from './demo.requests';

const MEDIATORS = `mediator,name,profession,languages,gender,stage,legal_aid_registered,max_open,joined_on
m01,Annelies Bos,legal,nl;en,f,full,yes,3,2015-01-15
m02,Bram de Wit,behavioural,nl;en;pl,m,full,yes,3,2016-03-01
m03,Carla Mendes,legal,nl;es;pt,f,full,yes,3,2018-09-01
m04,Driss Amrani,behavioural,nl;fr;ar,m,full,yes,3,2019-05-15
m05,Elif Kaya,legal,nl;tr;en,f,practice,yes,2,2025-01-10
m06,Frank Visser,behavioural,nl;de;en,m,practice,no,2,2025-01-10
`;

const PEOPLE: readonly { username: string; displayName: string; roles: Role[]; person: string | null }[] = [
  { username: 'anna', displayName: 'Anna (coordinator)', roles: ['coordinator'], person: null },
  { username: 'bas', displayName: 'Bas (coordinator)', roles: ['coordinator'], person: null },
  { username: 'annelies', displayName: 'Annelies Bos', roles: ['mediator'], person: 'm01' },
  { username: 'bram', displayName: 'Bram de Wit', roles: ['mediator'], person: 'm02' },
  { username: 'kim', displayName: 'Kim (curator)', roles: ['curator'], person: 'curator1' },
  { username: 'joris', displayName: 'Joris (jurist)', roles: ['jurist'], person: null },
  { username: 'dina', displayName: 'Dina (director)', roles: ['director'], person: null },
];

/** Fills an empty bureau; refuses one in which somebody works already. */
export async function demo(bureau: INestApplicationContext): Promise<void> {
  if (!(await bureau.get(MediatorPool).isEmpty())) {
    note(
      'This bureau is not empty: its pool has mediators. A demo belongs in a database of its own (DATABASE_URL).',
    );
    throw new Failed();
  }
  const { calendar } = bureau.get(BureauRules);
  const now = bureau.get(Clock).now();
  const today = localDate(now, calendar.zone);
  await bureau.get(ImportMediators).execute(MEDIATORS);
  const lines = demoLines(monday(today), calendar.zone).filter(({ at }) => at <= now);
  const { applied, bad } = await bureau.get(ReplayHistory).execute(lines, { goOn: false, alreadyBad: 0 });
  for (const { line, request, why } of bad) note(`demo line ${line} ${request}: ${why}`);
  if (bad.length > 0) throw new Failed();
  say(
    `A small bureau: ${new Set(lines.map(({ request }) => request)).size} requests, ${applied} events, 6 mediators.`,
  );
  say('Log in as one of these; each password is shown only now:');
  for (const person of PEOPLE) {
    const added = await bureau.get(AddAccount).execute({ ...person, language: 'en' }, null);
    const password = added.ok ? added.value.generatedPassword : '(account existed already)';
    say(`  ${person.username.padEnd(10)} ${person.roles.join(', ').padEnd(12)} ${password}`);
  }
}

/** The Monday three weeks back, a weekend counted with the week that follows: the stories lead up to about now. */
const monday = (today: PlainDate): PlainDate => {
  const sinceMonday = (weekdayOf(today) + 6) % 7;
  return addDays(today, -21 + (sinceMonday > 4 ? 7 - sinceMonday : -sinceMonday));
};
