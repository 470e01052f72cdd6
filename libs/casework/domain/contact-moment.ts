import type { CallerType } from './vocabulary/callers.catalogue';
import type { Channel } from './vocabulary/channels.catalogue';
import type { ContactDirection } from './vocabulary/facets.catalogue';

/** Once somebody of the desk and a caller were in touch. */
export interface ContactMoment {
  readonly caseNumber: string;
  /** ISO 8601 with the offset it was registered with. */
  readonly at: string;
  readonly channel: Channel;
  /** 1, and 2 and on for more of them of the same case, moment and channel. */
  readonly nth: number;
  readonly callerType: CallerType;
  /** Who of the desk. */
  readonly handler: string;
  readonly direction: ContactDirection | null;
  readonly minutes: number | null;
  /** ISO 639. */
  readonly language: string | null;
  /** In the words of the desk; kept in no history, so that it can be removed when its time has come. */
  readonly summary: string | null;
}
