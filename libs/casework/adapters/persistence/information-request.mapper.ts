import { plainDateOf, type PlainDate } from '@bureau/kernel';
import type { Row } from '@bureau/platform';
import type { Channel } from '../../domain/vocabulary/channels.catalogue';
import type { InformationRequest } from '../../domain/information-request';
import type { InformationRequestRow } from './information-request.row';

export const informationRequestOf = (row: InformationRequestRow): InformationRequest => ({
  id: row.id,
  receivedOn: plainDateOf(row.received_on),
  asker: row.asker,
  channel: row.channel as Channel,
});

export const rowOf = ({
  id,
  receivedOn,
  asker,
  channel,
}: InformationRequest): Row & Record<Exclude<keyof InformationRequestRow, 'became_request'>, unknown> => ({
  id,
  received_on: receivedOn,
  received_year: yearOf(receivedOn),
  asker,
  channel,
});

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
