import { anIkoRegistration, RequestStory, stampAt } from '../../../../test/support/request.builder';
import type { LaterEvent, Stamped } from '../vocabulary/events';
import { MachineSteps } from './machine.steps';
import { RememberedSteps } from './remembered.steps';
import { requestMachine } from './request.machine';

const told = (event: LaterEvent): Stamped<LaterEvent> =>
  ({ ...event, stamp: stampAt('2026-03-02', 'anna') }) as Stamped<LaterEvent>;
const talk = (parent: 'A' | 'B', outcome: 'willing' | 'declined' = 'willing') =>
  told({ type: 'information_talk.held', parent, outcome });

describe('the steps of a request from memory', () => {
  const { snapshot } = RequestStory.of(anIkoRegistration());
  const machine = new MachineSteps(requestMachine);

  it('lead to another state for another answer, although state and type of event are the same', () => {
    const remembered = new RememberedSteps(requestMachine);
    for (const event of [talk('A'), talk('B'), talk('A', 'declined'), talk('A'), talk('B', 'declined')])
      expect(remembered.next(snapshot, event)).toEqual(machine.next(snapshot, event));
  });

  it('ask the machine once for a way, and no more once it is known', () => {
    const transition = jest.spyOn(MachineSteps.prototype, 'next');
    try {
      const remembered = new RememberedSteps(requestMachine);
      for (let times = 0; times < 3; times++) remembered.next(snapshot, talk('A'));
      expect(transition).toHaveBeenCalledTimes(1);
      remembered.next(snapshot, talk('A', 'declined'));
      expect(transition).toHaveBeenCalledTimes(2);
    } finally {
      transition.mockRestore();
    }
  });

  it('refuse as the machine does what it does not take, the first time and the second', () => {
    const remembered = new RememberedSteps(requestMachine);
    const signed = told({ type: 'agreement.signed', parent: 'A' });
    for (let times = 0; times < 2; times++)
      expect(() => remembered.next(snapshot, signed)).toThrow('does not take agreement.signed');
  });

  it('leave the request that they start from as it was', () => {
    const before = JSON.stringify(snapshot);
    const remembered = new RememberedSteps(requestMachine);
    remembered.next(snapshot, talk('A'));
    remembered.next(snapshot, talk('A'));
    expect(JSON.stringify(snapshot)).toBe(before);
  });
});
