import { BrokenWorld } from '@bureau/kernel';
import { DatabaseUnavailable } from '@bureau/platform';
import { foldHistory } from '../domain/request/request.engine';
import { DamagedRequest, type RequestStore } from './request.store';

/**
 * Does the work on a request. When that fails for no reason that is known, looks whether the stored file is to blame:
 * what was changed behind our back can break any rule anywhere, and whoever asked must hear of that.
 */
export async function orDamaged<T>(
  requests: RequestStore,
  number: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const isKnown = error instanceof BrokenWorld || error instanceof DatabaseUnavailable;
    if (isKnown || (await isWhole(requests, number))) throw error;
    throw new DamagedRequest(number, 'its snapshot is not what its history gives');
  }
}

/** Throws DamagedRequest for the first of these whose snapshot is not what its history gives. */
export async function blameDamaged(requests: RequestStore, numbers: readonly string[]): Promise<void> {
  for (const number of numbers)
    if (!(await isWhole(requests, number)))
      throw new DamagedRequest(number, 'its snapshot is not what its history gives');
}

async function isWhole(requests: RequestStore, number: string): Promise<boolean> {
  try {
    const stored = await requests.load(number);
    const history = await requests.history(number);
    const folded = [...foldHistory(number, history)].at(-1);
    return JSON.stringify(folded) === JSON.stringify(stored?.snapshot);
  } catch (error) {
    return error instanceof DatabaseUnavailable;
  }
}
