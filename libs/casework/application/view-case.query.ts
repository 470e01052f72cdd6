import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { Clock, type Language } from '@bureau/kernel';
import { CASE_EVENTS, FIRST_EVENTS } from '../domain/case/case-events.catalogue';
import { stepsLeftOpen } from '../domain/case/case.refusal';
import { followUpOf, verdictOn } from '../domain/follow-up/follow-up.rules';
import { directionOf, farEnd, HOME, treatyBetween } from '../domain/treaty/treaty.rules';
import { CASE_CODES } from '../domain/vocabulary/codes.catalogue';
import { CASE_STATES } from '../domain/vocabulary/facets.catalogue';
import { warningsOf } from './case.answer';
import { CaseStore } from './case.store';
import { DeskRules } from './desk-rules';
import { Handovers } from './handovers.port';
import { statusFor } from './handover.status';

/** One case as those see it who work on it. */
@Injectable()
export class ViewCase {
  constructor(
    private readonly cases: CaseStore,
    private readonly handovers: Handovers,
    private readonly rules: DeskRules,
    private readonly clock: Clock,
  ) {}

  async content(number: string, language: Language) {
    const stored = await this.cases.load(number);
    if (!stored) return null;
    const { facts, state } = stored.snapshot;
    const today = localDate(this.clock.now(), this.rules.calendar.zone);
    const followUp = followUpOf(facts, this.rules.calendar);
    // The opposing case is on the other side of a wall: not even its number is told.
    const { latestAt: _, people: __, handovers: ___, followUp: ____, conflictWith: _____, ...known } = facts;
    const treaty =
      facts.fromCountry && facts.toCountry
        ? treatyBetween(HOME, farEnd(facts.fromCountry, facts.toCountry) ?? HOME, facts.openedOn)
        : null;
    return {
      ...known,
      state,
      stateLabel: CASE_STATES[state].label[language],
      codeLabel: CASE_CODES[facts.code].label[language],
      direction: directionOf(facts.fromCountry, facts.toCountry),
      treaty,
      followUp: followUp && { ...followUp, verdict: verdictOn(followUp, today) },
      people: await this.cases.people(number),
      contacts: await this.cases.contacts(number),
      handovers: (await this.handovers.ofCase(number)).map(statusFor),
      allowed: stepsLeftOpen(facts),
      warnings: warningsOf(facts),
      revision: stored.revision,
    };
  }

  async existence(number: string) {
    const stored = await this.cases.load(number);
    if (!stored) return null;
    const { line, handler } = stored.snapshot.facts;
    return { number, line, state: stored.snapshot.state, handler };
  }

  async history(number: string, language: Language) {
    const entries = await this.cases.history(number);
    const labels = { ...FIRST_EVENTS, ...CASE_EVENTS };
    return entries.map(({ position, event, stamp, source }) => {
      // Nor is it told in the history.
      const { type, conflictWith: _, ...payload } = { conflictWith: null, ...event };
      return { position, ...stamp, type, label: labels[type].label[language], source, payload };
    });
  }
}
