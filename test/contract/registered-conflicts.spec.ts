import { FixedClock, instantOf } from '@bureau/kernel';
import { MIGRATIONS } from '@bureau/platform';
import { DatabaseWalls } from '../../libs/access/adapters/persistence/database-walls';
import { DatabaseRegisteredConflicts } from '../../libs/casework/adapters/persistence/database-registered-conflicts';
import { WallOffRegister } from '../../libs/casework/application/conflict/wall-off-register.use-case';
import { describeOnEachDatabase, type OpenDatabase } from '../support/databases';

const aCase = (number: string, handler: string, conflictWith: string | null, openedOn: string) => ({
  number,
  opened_on: openedOn,
  opened_year: 2025,
  opened_month: 1,
  closed_on: '2025-06-30',
  closing_reason: 'resolved',
  line: 2,
  code: 'prevention',
  caller_type: 'parent',
  caller_role: 'mother',
  handler,
  deputy: null,
  taking_person: null,
  contact_seeker: null,
  from_country: null,
  to_country: null,
  children: '[]',
  child_count: 0,
  incident: null,
  conflict_with: conflictWith,
  state: 'closed',
  follow_up_due: null,
  is_open: 0,
  sequence: 0,
  machine_version: '1',
  revision: 1,
  snapshot: '{}',
  audit_hash: '',
});
const contact = (number: string, handler: string, day: string) => ({
  case_number: number,
  at: `${day}T09:00:00Z`,
  channel: 'phone',
  nth: 1,
  on_day: day,
  year: 2025,
  month: 2,
  caller_type: 'parent',
  handler,
  direction: null,
  minutes: null,
  language: null,
  summary: null,
});

describeOnEachDatabase('an old register that names opposing cases', suite, {
  entities: [],
  migrations: MIGRATIONS,
});

function suite(open: OpenDatabase): void {
  it('is walled off, closed cases too, with whoever had a contact on that side', async () => {
    const database = await open();
    const clock = new FixedClock(instantOf('2026-03-02T09:00:00Z'));
    const walls = new DatabaseWalls(database, clock);
    const wallOff = new WallOffRegister(new DatabaseRegisteredConflicts(database), walls, clock);
    await database.commit({
      writes: [
        {
          insert: 'case_file',
          rows: [
            aCase('2025-00001', 'jurist1', '2025-00002', '2025-01-06'),
            aCase('2025-00002', 'jurist2', '2025-00001', '2025-01-09'),
            aCase('2025-00003', 'jurist1', null, '2025-01-09'),
          ],
        },
      ],
    });
    expect(await wallOff.execute()).toBe(1);
    const hides = (account: string, number: string) => walls.hides(account, { kind: 'case', number });
    expect(await hides('jurist1', '2025-00002')).toBe(true);
    expect(await hides('jurist2', '2025-00001')).toBe(true);
    expect(await hides('jurist1', '2025-00003')).toBe(false);
    expect(await hides('student1', '2025-00002')).toBe(false);

    await database.commit({
      writes: [{ insert: 'contact_moment', rows: [contact('2025-00001', 'student1', '2025-02-01')] }],
    });
    expect(await wallOff.execute()).toBe(1);
    expect(await hides('student1', '2025-00002')).toBe(true);
    const [{ n } = { n: 0 }] = await database.read<{ n: number }>('SELECT COUNT(*) AS n FROM conflict_group');
    expect(n).toBe(1);
  });
}
