import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { Clock, type Language } from '@bureau/kernel';
import { statechart } from '../domain/diagram/statechart';
import { EVENTS, REGISTERED } from '../domain/events/events.catalogue';
import { foldHistory } from '../domain/request/request.engine';
import type { Stamp } from '../domain/vocabulary/events';
import { BureauRules } from './bureau-rules';
import { orDamaged } from './damaged-file';
import { datesView, requestView, statusView } from './request.view';
import { RequestStore } from './request.store';

/** How much of a request the policy lets a person see. */
export type ViewDepth = 'full' | 'dates' | 'status';

export interface ViewQuestion {
  readonly number: string;
  readonly depth: ViewDepth;
  readonly language: Language;
  readonly actor: string;
  readonly maySend: (type: string) => boolean;
}

@Injectable()
export class ViewRequest {
  constructor(
    private readonly requests: RequestStore,
    private readonly rules: BureauRules,
    private readonly clock: Clock,
  ) {}

  /** The request as far as the depth goes, or null when there is none. */
  view(question: ViewQuestion) {
    return orDamaged(this.requests, question.number, () => this.viewed(question));
  }

  private async viewed({ number, depth, language, actor, maySend }: ViewQuestion) {
    const stored = await this.requests.load(number);
    if (!stored) return null;
    const { facts } = stored.snapshot;
    const stamp = this.stamp(actor, facts.latestAt);
    const { calendar } = this.rules;
    if (depth === 'full') return requestView(stored, { language, stamp, maySend }, calendar);
    const status = statusView(facts, stored.revision, language);
    return depth === 'status' ? status : { ...status, ...datesView(facts, stamp.on, language, calendar) };
  }

  /** Every event of the request in order, in words; null when there is no such request. */
  history(number: string, language: Language) {
    return orDamaged(this.requests, number, () => this.told(number, language));
  }

  private async told(number: string, language: Language) {
    const entries = await this.requests.history(number);
    if (entries.length === 0) return null;
    return entries.map(({ position, event, stamp, machineVersion, source }) => {
      const { type, ...payload } = event;
      const label = type === 'request.registered' ? REGISTERED : EVENTS[type].label;
      return { position, ...stamp, type, label: label[language], payload, machineVersion, source };
    });
  }

  /** The statechart with this request's path, as Mermaid; null when there is no such request. */
  diagram(number: string, language: Language): Promise<string | null> {
    return orDamaged(this.requests, number, () => this.drawn(number, language));
  }

  private async drawn(number: string, language: Language): Promise<string | null> {
    const entries = await this.requests.history(number);
    if (entries.length === 0) return null;
    const path = [...foldHistory(number, entries)];
    const now = path.at(-1);
    if (!now) return null;
    return statechart(language, { now: now.value, visited: path.map(({ value }) => value) });
  }

  private stamp(actor: string, latestAt: Stamp['at']): Stamp {
    const now = this.clock.now();
    const at = now < latestAt ? latestAt : now;
    return { at, on: localDate(at, this.rules.calendar.zone), actor };
  }
}
