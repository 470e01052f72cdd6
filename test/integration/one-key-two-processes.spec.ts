import { AdvanceRequest, type AdvanceCommand, RegisterRequest } from '@bureau/mediation';
import { type Bureaus, describeBureau } from '../support/bureau.context';
import { aNikoRegistration } from '../support/request.builder';
import { SlowReader } from '../support/slow-reader';

describeBureau(
  'one change sent to two processes at the same moment, under one key',
  ({ open, place }: Bureaus) => {
    it('gets one answer from both, also where it cannot be done a second time', async () => {
      const url = place();
      let slow: SlowReader | undefined;
      const here = await open(url);
      const there = await open(url, {
        between: (database) => (slow = new SlowReader(database, 'idempotency_key')),
      });
      const opened = await here.get(RegisterRequest).execute({ event: aNikoRegistration(), actor: 'anna' });
      if (!opened.ok) throw new Error(opened.error.because);
      const command: AdvanceCommand = {
        number: opened.value.number,
        event: { type: 'information_talk.held', parent: 'A', outcome: 'willing' },
        actor: 'anna',
        idempotency: { key: 'k1', bodyHash: 'the same' },
      };

      // There, nobody has used the key yet; before it looks at the request, the change is carried out here.
      const late = there.get(AdvanceRequest).execute(command);
      await slow?.isHeld;
      const first = await here.get(AdvanceRequest).execute(command);
      slow?.letGo();

      expect(first.ok).toBe(true);
      expect(await late).toEqual(first);
    });
  },
);
