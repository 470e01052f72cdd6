import { Injectable } from '@nestjs/common';
import { instantOf } from '@bureau/kernel';
import { Database } from '@bureau/platform';
import {
  type RegisteredConflict,
  RegisteredConflicts,
} from '../../application/conflict/wall-off-register.use-case';

const PAIRS = `SELECT a.number AS one, b.number AS other FROM case_file a
  JOIN case_file b ON b.number = a.conflict_with WHERE a.conflict_with IS NOT NULL`;

const CAME = `SELECT c.number, c.handler AS account, c.opened_on AS on_day, c.closed_on FROM case_file c
    WHERE c.conflict_with IS NOT NULL OR c.number IN (SELECT conflict_with FROM case_file WHERE conflict_with IS NOT NULL)
  UNION ALL
  SELECT c.number, c.deputy, c.opened_on, c.closed_on FROM case_file c WHERE c.deputy IS NOT NULL AND (
    c.conflict_with IS NOT NULL OR c.number IN (SELECT conflict_with FROM case_file WHERE conflict_with IS NOT NULL))
  UNION ALL
  SELECT m.case_number, m.handler, m.on_day, c.closed_on FROM contact_moment m JOIN case_file c ON c.number = m.case_number
    WHERE c.conflict_with IS NOT NULL OR c.number IN (SELECT conflict_with FROM case_file WHERE conflict_with IS NOT NULL)`;

interface Came {
  readonly number: string;
  readonly account: string;
  readonly on_day: string;
  readonly closed_on: string | null;
}

/** An old register tells days only: whoever came on a day is taken to have come as it began. */
const startOf = (day: string) => instantOf(`${day}T00:00:00Z`);
const endOf = (day: string) => instantOf(`${day}T23:59:59.999Z`);

@Injectable()
export class DatabaseRegisteredConflicts extends RegisteredConflicts {
  constructor(private readonly database: Database) {
    super();
  }

  async all(): Promise<readonly RegisteredConflict[]> {
    const pairs = await this.database.read<{ one: string; other: string }>(PAIRS);
    const came = firstOf(await this.database.read<Came>(CAME));
    const names = new Map(
      pairs.map(({ one, other }) => [[one, other].toSorted().join(' '), [one, other].toSorted()]),
    );
    return [...names.values()].flatMap(([one, other]) =>
      one === undefined || other === undefined || one === other
        ? []
        : [
            {
              cases: [one, other] as const,
              people: came.filter(({ number }) => number === one || number === other),
            },
          ],
    );
  }
}

/** Per person and case the first day. */
function firstOf(came: readonly Came[]): RegisteredConflict['people'] {
  const first = new Map<string, Came>();
  for (const one of came) {
    const key = `${one.number} ${one.account}`;
    const known = first.get(key);
    if (!known || one.on_day < known.on_day) first.set(key, one);
  }
  return [...first.values()].map(({ number, account, on_day, closed_on }) => ({
    number,
    account,
    since: startOf(on_day),
    until: closed_on === null ? null : endOf(closed_on),
  }));
}
