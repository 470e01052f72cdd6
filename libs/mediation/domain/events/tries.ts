import { PARENT_KEYS, type ParentKey } from '../vocabulary/events';

/*
 * What is tried to find out whether an event could be sent at all: a place for every word that a person will choose.
 */

export const ofEachParent = (): { readonly parent: ParentKey }[] => PARENT_KEYS.map((parent) => ({ parent }));

export const keysOf = (children: readonly { readonly key: string }[]): string[] =>
  children.map(({ key }) => key);

/** The words of a reason are the sender's; whether an event may happen never hangs on them. */
export const reason = '';
