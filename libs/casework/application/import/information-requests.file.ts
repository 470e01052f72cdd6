import { day, type ImportFile, oneOf, shaped } from '@bureau/platform';
import { CHANNEL_CODES } from '../../domain/vocabulary/channels.catalogue';
import { type InformationRequest, numbered } from '../../domain/information-request';

const columns = {
  received_on: day,
  asker: shaped(/^(?=.{1,40}$)[a-z][a-z0-9]*(_[a-z0-9]+)*$/, 'a code in lower case, like youth_care'),
  channel: oneOf(CHANNEL_CODES),
};

/** `information-requests.csv`: one row is one question. */
export const INFORMATION_REQUESTS_FILE: ImportFile<typeof columns, InformationRequest> = {
  columns,
  keyColumn: 'received_on',
  incoming: (rows) =>
    numbered(
      rows.map(({ line, values: { received_on, ...rest } }) => ({ line, receivedOn: received_on, ...rest })),
    ).map(({ line, ...record }) => ({ line, key: record.id, record })),
  cellsOf: ({ receivedOn, asker, channel }) => ({ received_on: receivedOn, asker, channel }),
};
