import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { instantOf, type Result } from '@bureau/kernel';
import type { ContactMoment } from '../domain/contact-moment';
import { AdvanceCase, type AdvanceCaseCommand, type Told } from './advance-case.use-case';
import type { CaseAnswer, CaseProblem } from './case.answer';
import { CaseStore, type StoredCase } from './case.store';
import { DeskRules } from './desk-rules';

/** What is told of a contact moment; the rest follows from the case and the clock. */
export type NewContact = Pick<ContactMoment, 'channel' | 'direction' | 'minutes' | 'language' | 'summary'> & {
  /** Now, when left out. */
  readonly at?: string;
  /** The caller of the case, when left out. */
  readonly callerType?: ContactMoment['callerType'];
};

/** Writes down that somebody was in touch, while they are still on the phone. */
@Injectable()
export class RecordContact {
  constructor(
    private readonly cases: CaseStore,
    private readonly advance: AdvanceCase,
    private readonly rules: DeskRules,
  ) {}

  execute(
    contact: NewContact,
    command: Omit<AdvanceCaseCommand, 'what'>,
  ): Promise<Result<CaseAnswer, CaseProblem>> {
    return this.advance.execute({
      ...command,
      what: (stored, { at }) => this.told(command, stored, { at, ...contact }),
    });
  }

  private async told(
    { number, actor }: Pick<AdvanceCaseCommand, 'number' | 'actor'>,
    { snapshot }: StoredCase,
    contact: NewContact & { readonly at: string },
  ): Promise<Told> {
    const { at, channel, direction, minutes, language, summary } = contact;
    const callerType = contact.callerType ?? snapshot.facts.callerType;
    const same = (await this.cases.contacts(number)).filter(
      (one) => one.at === at && one.channel === channel,
    );
    const nth = same.length + 1;
    const on = localDate(instantOf(at), this.rules.calendar.zone);
    const moment = { caseNumber: number, at, channel, nth, callerType, handler: actor };
    return {
      event: { type: 'contact.recorded', at, on, channel, nth, callerType, direction, minutes, language },
      alongside: { contact: { ...moment, direction, minutes, language, summary, on } },
    };
  }
}
