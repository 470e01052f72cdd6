import { badRow, type BadRow, type Incoming, type LargeFile, oneOf } from '@bureau/platform';
import type { RowReader, TableRow, ValuesOf } from '@bureau/platform';
import type { ContactMoment } from '../../domain/contact-moment';
import { CALLER_TYPE_CODES } from '../../domain/vocabulary/callers.catalogue';
import { CHANNEL_CODES } from '../../domain/vocabulary/channels.catalogue';
import { caseNumber, colleague, moment } from './cells';

const columns = {
  case_number: caseNumber,
  at: moment,
  channel: oneOf(CHANNEL_CODES),
  caller_type: oneOf(CALLER_TYPE_CODES),
  handler: colleague,
};

type Values = ValuesOf<typeof columns>;

export type RegisterContact = Pick<
  ContactMoment,
  'caseNumber' | 'at' | 'channel' | 'nth' | 'callerType' | 'handler'
>;

export interface KnownCases {
  /** Those of the numbers that are cases. */
  known(numbers: readonly string[]): Promise<ReadonlySet<string>>;
}

export const contactKey = ({ caseNumber: number, at, channel, nth }: RegisterContact): string =>
  `${number} ${at} ${channel} ${nth}`;

/**
 * `contacts.csv`: one row is one contact moment. A register keeps minutes, so two calls of one case in one minute are
 * two rows with one key: they are told apart by which of them it is.
 */
export const contactsFile = (cases: KnownCases): LargeFile<typeof columns, RegisterContact> => ({
  columns,
  keyColumn: 'case_number',
  cellsOf: (contact) => ({
    case_number: contact.caseNumber,
    at: contact.at,
    channel: contact.channel,
    caller_type: contact.callerType,
    handler: contact.handler,
  }),
  reader: () => new ContactsReader(cases),
});

class ContactsReader implements RowReader<Values, RegisterContact> {
  private readonly seen = new Map<string, number>();

  constructor(private readonly cases: KnownCases) {}

  async take(rows: readonly TableRow<Values>[]) {
    const known = await this.cases.known([...new Set(rows.map(({ values }) => values.case_number))]);
    const incoming: Incoming<RegisterContact>[] = [];
    const bad: BadRow[] = [];
    for (const { line, values } of rows) {
      if (!known.has(values.case_number)) {
        bad.push(
          badRow(line, 'case_number', values.case_number, 'the number of a case; import cases.csv first'),
        );
        continue;
      }
      const record = this.told(values);
      incoming.push({ line, key: contactKey(record), record });
    }
    return { incoming, bad };
  }

  end(): Promise<readonly BadRow[]> {
    return Promise.resolve([]);
  }

  private told({ case_number, at, channel, caller_type, handler }: Values): RegisterContact {
    const key = `${case_number} ${at} ${channel}`;
    const nth = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, nth);
    return { caseNumber: case_number, at, channel, nth, callerType: caller_type, handler };
  }
}
