import { requestSetup } from '../request/request.setup';
import type { ParentKey } from '../vocabulary/events';

/** One parent's own way through the request; the other parent's is the same chart beside it, never the same state. */
export const parentTrack = (parent: ParentKey) => {
  const own = { type: 'acceptedOf', params: { parent } } as const;
  const saying = (field: string, value: string) =>
    ({ type: 'acceptedSaying', params: { parent, field, value } }) as const;
  const talk = [
    { target: 'willing', guard: saying('outcome', 'willing') },
    { target: 'undecided', guard: saying('outcome', 'undecided') },
    { target: 'declined', guard: saying('outcome', 'declined') },
  ] as const;
  const screening = [
    { target: 'go', guard: saying('result', 'go') },
    { target: 'safeguards', guard: saying('result', 'safeguards') },
    { target: 'no_go', guard: saying('result', 'no_go') },
  ] as const;
  const intake = [
    { target: 'suitable', guard: saying('result', 'suitable') },
    { target: 'unsuitable', guard: saying('result', 'unsuitable') },
  ] as const;

  return requestSetup.createStateConfig({
    type: 'parallel',
    meta: { nl: `Ouder ${parent}`, en: `Parent ${parent}` },
    states: {
      way: {
        initial: 'to_talk',
        meta: { nl: 'Weg', en: 'Way' },
        states: {
          to_talk: { meta: { nl: 'Te spreken', en: 'To talk to' }, on: { 'information_talk.held': talk } },
          undecided: { meta: { nl: 'Denkt na', en: 'Undecided' }, on: { 'information_talk.held': talk } },
          declined: { meta: { nl: 'Ziet af', en: 'Declined' }, on: { 'information_talk.held': talk } },
          willing: {
            meta: { nl: 'Bereid', en: 'Willing' },
            on: {
              'information_talk.held': talk,
              'agreement_to_mediate.signed': { target: 'signed', guard: own },
            },
          },
          signed: { meta: { nl: 'Getekend', en: 'Signed' }, on: { 'intake.held': intake } },
          unsuitable: {
            meta: { nl: 'Intake: niet geschikt', en: 'Intake: unsuitable' },
            on: { 'intake.held': intake },
          },
          suitable: { meta: { nl: 'Intake: geschikt', en: 'Intake: suitable' } },
        },
      },
      screening: {
        initial: 'to_screen',
        meta: { nl: 'Screening', en: 'Screening' },
        on: {
          'screening.completed': screening.map(({ target, guard }) => ({
            target: `.${target}` as const,
            guard,
          })),
        },
        states: {
          to_screen: { meta: { nl: 'Te screenen', en: 'To screen' } },
          go: { meta: { nl: 'Kan door', en: 'Go' } },
          safeguards: { meta: { nl: 'Met waarborgen', en: 'With safeguards' } },
          no_go: { meta: { nl: 'Niet veilig genoeg', en: 'No go' } },
        },
      },
      funding: {
        initial: 'to_settle',
        meta: { nl: 'Bijdrage', en: 'Funding' },
        states: {
          to_settle: {
            meta: { nl: 'Te regelen', en: 'To settle' },
            on: { 'funding.settled': { target: 'settled', guard: own } },
          },
          settled: { meta: { nl: 'Geregeld', en: 'Settled' } },
        },
      },
      information: {
        initial: 'awaited',
        meta: { nl: 'Stukken', en: 'Information' },
        states: {
          awaited: {
            meta: { nl: 'Verwacht', en: 'Awaited' },
            on: { 'information.received': { target: 'received', guard: own } },
          },
          received: { meta: { nl: 'Ontvangen', en: 'Received' } },
        },
      },
    },
  });
};
