import type { PlainDate } from '@bureau/kernel';
import type { Channel } from './vocabulary/channels.catalogue';

/**
 * A question about mediation that asked for no mediation. It is never counted as a mediation request; where one came of
 * it later, the two are linked and both count.
 */
export interface InformationRequest {
  readonly id: string;
  readonly receivedOn: PlainDate;
  /** Who asked, as a code (`lawyer`, `youth_care`). No name is kept. */
  readonly asker: string;
  readonly channel: Channel;
}

type Question = Omit<InformationRequest, 'id'>;

/**
 * The questions with an id each. A register of questions has no key but the row itself: two equal rows are two
 * questions, told apart by which of them it is. A longer register therefore keeps the ids of the shorter one.
 */
export function numbered<T extends Question>(questions: readonly T[]): readonly (T & InformationRequest)[] {
  const seen = new Map<string, number>();
  return questions.map((question) => {
    const row = `${question.receivedOn}|${question.asker}|${question.channel}`;
    const n = (seen.get(row) ?? 0) + 1;
    seen.set(row, n);
    return { ...question, id: `${row}|${n}` };
  });
}
