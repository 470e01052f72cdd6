import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { Clock, type PlainDate } from '@bureau/kernel';
import { RequestStore } from '@bureau/mediation';
import type { InformationRequest } from '../domain/information-request';
import { DeskRules } from './desk-rules';
import { InformationDesk, type KnownQuestion } from './information-requests.port';

export type NewQuestion = Pick<InformationRequest, 'asker' | 'channel'> & { readonly receivedOn?: PlainDate };

const MOST_TRIES = 50;

/** Questions about mediation: registered, counted, and linked to the request that may come of them. */
@Injectable()
export class RegisterInformationRequest {
  constructor(
    private readonly desk: InformationDesk,
    private readonly requests: RequestStore,
    private readonly rules: DeskRules,
    private readonly clock: Clock,
  ) {}

  ofYear(year: number): Promise<readonly KnownQuestion[]> {
    return this.desk.ofYear(year);
  }

  /** The question as it was kept; null when its day is still to come. */
  async register({ receivedOn, asker, channel }: NewQuestion): Promise<InformationRequest | null> {
    const today = localDate(this.clock.now(), this.rules.calendar.zone);
    const on = receivedOn ?? today;
    if (on > today) return null;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const question = { receivedOn: on, asker, channel };
      const id = `${on}|${asker}|${channel}|${(await this.desk.countLike(question)) + 1}`;
      if (await this.desk.add({ id, ...question })) return { id, ...question };
    }
    throw new Error('the register of questions stayed busy');
  }

  /** False when there is no such question or no such request. */
  async became(id: string, request: string): Promise<boolean> {
    return (await this.requests.load(request)) !== null && (await this.desk.link(id, request));
  }
}
