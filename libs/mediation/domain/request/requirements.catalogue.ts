import type { Words } from '@bureau/kernel';

/**
 * Why an event can be refused. `state`: the request is not there yet, or no longer (409). `rule`: what was sent
 * cannot be right, whatever the state (422). Words may name a field of the event as `{field}`.
 */
export interface RequirementEntry {
  readonly about: 'state' | 'rule';
  readonly words: Words;
  readonly basis: string;
}

const CONTRACT = 'Working method of the Mediation Bureau';
const HOUSE = 'House rule';
const MFN = 'MfN mediation rules';

const state = (nl: string, en: string, basis: string): RequirementEntry => ({
  about: 'state',
  words: { nl, en },
  basis,
});
const rule = (nl: string, en: string, basis: string): RequirementEntry => ({
  about: 'rule',
  words: { nl, en },
  basis,
});

export const REQUIREMENTS = {
  'file-open': state(
    'De aanvraag is gesloten. Heropen haar eerst, met een reden.',
    'The request is closed. Reopen it first, with a reason.',
    CONTRACT,
  ),
  'file-closed': state('De aanvraag is niet gesloten.', 'The request is not closed.', CONTRACT),
  'course-open': state(
    'De mediation is al afgelopen.',
    'The course of this mediation has already ended.',
    CONTRACT,
  ),
  'course-ended': state(
    'De mediation loopt nog. Leg eerst de uitkomst of het einde vast.',
    'The mediation is still running. Record its outcome or its end first.',
    CONTRACT,
  ),
  'not-suspended': state(
    'De aanvraag is opgeschort. Hervat haar eerst.',
    'The request is suspended. Resume it first.',
    CONTRACT,
  ),
  suspended: state('De aanvraag is niet opgeschort.', 'The request is not suspended.', CONTRACT),
  'before-intake': state(
    'Er is al een intake gehouden; een informatiegesprek hoort daarvoor.',
    'An intake has already been held; an information talk comes before it.',
    CONTRACT,
  ),
  'no-intake-held': state(
    'Er is al een intake gehouden: de mediation is gestart. Kies "na intake gestopt" of leg de uitkomst vast.',
    'An intake has been held: the mediation has started. Record that it stopped after intake, or its outcome.',
    'Annual report 2021',
  ),
  'intake-held': state(
    'Er is nog geen intake gehouden.',
    'No intake has been held yet.',
    'Annual report 2021',
  ),
  'no-session-held': state(
    'Er is al een sessie gehouden. Leg de uitkomst vast.',
    'A session has been held. Record the outcome instead.',
    'Annual report 2021',
  ),
  'session-held': state('Er is nog geen sessie gehouden.', 'No session has been held yet.', CONTRACT),
  'is-iko': state(
    'Een regiezitting hoort alleen bij een ontvoeringszaak (IKO).',
    'Only an abduction case (IKO) has a directions hearing.',
    CONTRACT,
  ),
  'hearing-not-held': state(
    'De regiezitting is al vastgelegd. Wijzig eerst de zittingsdatum als er een nieuwe zitting komt.',
    'The directions hearing has been recorded. Change its date first if there is to be another.',
    CONTRACT,
  ),
  'parent-willing': state(
    'Ouder {parent} heeft in het informatiegesprek nog niet gezegd mee te willen doen.',
    'Parent {parent} has not yet said in the information talk to be willing.',
    CONTRACT,
  ),
  'parent-screened': state(
    'Ouder {parent} is nog niet gescreend bij het informatiegesprek.',
    'Parent {parent} has not been screened at the information talk yet.',
    'Annual report 2025 (aim for 2026)',
  ),
  'round-talk-held': state(
    'Het gesprek van deze screeningsronde met ouder {parent} is nog niet gehouden.',
    'The talk of this screening round with parent {parent} has not been held yet.',
    CONTRACT,
  ),
  'second-reviewer': state(
    'Ouder {parent} heeft een "niet veilig genoeg". Alleen een ander dan wie dat vaststelde kan dat opheffen.',
    'Parent {parent} has an open "no go". Only somebody other than who said it can clear it.',
    'House rule: second reviewer after a no',
  ),
  'no-open-no-go': state(
    'Een ouder heeft een "niet veilig genoeg" die nog door geen tweede beoordelaar is opgeheven.',
    'A parent has an open "no go" that no second reviewer has cleared.',
    'BIIb art. 25; HCCH Guide ch. 10; house rule',
  ),
  'not-signed-yet': state(
    'Ouder {parent} heeft de mediationovereenkomst al getekend.',
    'Parent {parent} has already signed the agreement to mediate.',
    CONTRACT,
  ),
  'parent-signed': state(
    'Ouder {parent} heeft de mediationovereenkomst nog niet getekend.',
    'Parent {parent} has not signed the agreement to mediate yet.',
    CONTRACT,
  ),
  'both-signed': state(
    'Nog niet beide ouders hebben de mediationovereenkomst getekend.',
    'Not both parents have signed the agreement to mediate yet.',
    CONTRACT,
  ),
  'not-funded-yet': state(
    'De bijdrage van ouder {parent} is al geregeld.',
    'The contribution of parent {parent} is already settled.',
    CONTRACT,
  ),
  'both-funded': state(
    'Nog niet beide ouders hebben betaald of een toevoeging.',
    'Not both parents have paid or have legal aid yet.',
    'Costs of the Mediation Bureau: paid before mediation',
  ),
  'no-pair-yet': state(
    'Er is al een mediatorkoppel voorgesteld of bevestigd.',
    'A pair of mediators has already been proposed or confirmed.',
    CONTRACT,
  ),
  'pair-of-two': rule(
    'Een koppel zijn twee verschillende mediators.',
    'A pair is two different mediators.',
    CONTRACT,
  ),
  'mediator-asked': state(
    'Mediator {mediator} is niet voorgesteld, of heeft al geantwoord.',
    'Mediator {mediator} has not been proposed, or has already answered.',
    CONTRACT,
  ),
  'pair-not-confirmed': state(
    'Het koppel is al bevestigd. Vervang de mediator in plaats daarvan.',
    'The pair is already confirmed. Replace the mediator instead.',
    CONTRACT,
  ),
  'pair-confirmed': state(
    'Er is nog geen bevestigd mediatorkoppel.',
    'There is no confirmed pair of mediators yet.',
    CONTRACT,
  ),
  'mediator-in-pair': rule(
    '{mediator} is geen mediator van deze aanvraag.',
    '{mediator} is not a mediator of this request.',
    CONTRACT,
  ),
  'replacement-is-new': rule(
    '{by} is al mediator van deze aanvraag.',
    '{by} already is a mediator of this request.',
    CONTRACT,
  ),
  'one-role-per-family': rule(
    'Deze persoon heeft al een andere rol in dit gezin (mediator, bijzondere curator of kindgesprek).',
    'This person already has another role with this family (mediator, curator or child interviewer).',
    'EU Code of Conduct for Mediators 2.1; house rule',
  ),
  'intake-not-suitable-yet': state(
    'De intake van ouder {parent} is al gehouden en geschikt bevonden.',
    'The intake of parent {parent} has been held and found suitable.',
    CONTRACT,
  ),
  'both-intakes-suitable': state(
    'Nog niet beide ouders hebben een geschikte intake.',
    'Not both parents have an intake with the result suitable yet.',
    CONTRACT,
  ),
  'child-of-curator-age': state(
    'Geen van de kinderen is oud genoeg voor een bijzondere curator.',
    'None of the children is old enough for a special curator.',
    'Annual report 2025: children over three; art. 1:250 Civil Code',
  ),
  'known-children': rule(
    'Een van de kinderen hoort niet bij deze aanvraag.',
    'One of the children does not belong to this request.',
    CONTRACT,
  ),
  'children-of-curator-age': rule(
    'Een van de kinderen is niet oud genoeg voor een bijzondere curator.',
    'One of the children is not old enough for a special curator.',
    'Annual report 2025: children over three',
  ),
  'children-without-curator': state(
    'Een van de kinderen heeft al een bijzondere curator.',
    'One of the children already has a special curator.',
    CONTRACT,
  ),
  'curator-asked': state(
    'Curator {curator} is niet gevraagd, of heeft al geantwoord.',
    'Curator {curator} has not been asked, or has already answered.',
    CONTRACT,
  ),
  'curator-asked-or-accepted': state(
    'Curator {curator} is niet gevraagd, of al benoemd.',
    'Curator {curator} has not been asked, or has already been appointed.',
    CONTRACT,
  ),
  'curator-accepted': state(
    'Curator {curator} heeft nog niet aanvaard, of is al benoemd.',
    'Curator {curator} has not accepted yet, or has already been appointed.',
    CONTRACT,
  ),
  'curator-appointed': state(
    'Er is geen benoemde curator voor wie dit nog kan, of er zijn er meer: noem dan wie.',
    'There is no appointed curator for whom this can still happen, or there are several: then say which.',
    CONTRACT,
  ),
  'child-of-interview-age': state(
    'Geen van de kinderen is oud genoeg voor een kindgesprek.',
    'None of the children is old enough for a child interview.',
    'Annual report 2025: from three years',
  ),
  'consent-is-new': state(
    'Dit antwoord van ouder {parent} is al vastgelegd.',
    'This answer of parent {parent} is already recorded.',
    CONTRACT,
  ),
  'interview-not-held': state(
    'Het kindgesprek is al gehouden.',
    'The child interview has already been held.',
    CONTRACT,
  ),
  'both-consented': state(
    'Nog niet beide ouders hebben toestemming gegeven voor het kindgesprek.',
    'Not both parents have consented to the child interview.',
    'Working method of the child interview',
  ),
  'children-of-interview-age': rule(
    'Een van de kinderen is niet oud genoeg voor een kindgesprek.',
    'One of the children is not old enough for a child interview.',
    'Annual report 2025: from three years',
  ),
  'children-not-heard-yet': state(
    'Een van de kinderen is al gehoord.',
    'One of the children has already been heard.',
    CONTRACT,
  ),
  'interview-to-deliver': state(
    'Er is geen kindgesprek waarvan het verslag nog moet worden voorgelezen.',
    'There is no child interview whose report is still to be delivered.',
    'Working method of the child interview',
  ),
  'session-numbers-free': rule(
    'Een sessienummer komt dubbel voor of is al in gebruik.',
    'A session number occurs twice or is already in use.',
    CONTRACT,
  ),
  'sessions-apart': rule('Twee sessies vallen over elkaar heen.', 'Two sessions overlap.', CONTRACT),
  'safeguards-honoured': rule(
    'Het plan past niet bij een waarborg uit de screening (op afstand, of hoogstens twee uur).',
    'The plan does not honour a safeguard of the screening (remote, or two hours at most).',
    'HCCH Guide ch. 10; house rule',
  ),
  'session-planned': state('Sessie {no} staat niet gepland.', 'Session {no} is not planned.', CONTRACT),
  'known-attendants': rule(
    'Een van de aanwezigen is geen ouder van deze aanvraag.',
    'One of those present is not a parent of this request.',
    CONTRACT,
  ),
  drafted: state('Er is nog geen conceptovereenkomst.', 'No agreement has been drafted yet.', CONTRACT),
  'reviewed-by-own-counsel': state(
    'De eigen advocaat van ouder {parent} heeft het concept nog niet nagekeken.',
    "The draft has not been reviewed by parent {parent}'s own lawyer yet.",
    'ISS Charter: independent legal advice; working method',
  ),
  'not-reviewed-yet': state(
    'Het concept is al nagekeken voor ouder {parent}.',
    'The draft has already been reviewed for parent {parent}.',
    CONTRACT,
  ),
  'agreement-not-signed-yet': state(
    'Ouder {parent} heeft al getekend.',
    'Parent {parent} has already signed.',
    CONTRACT,
  ),
  'agreement-signed-by-parent': state(
    'Ouder {parent} heeft niet getekend.',
    'Parent {parent} has not signed.',
    CONTRACT,
  ),
  'outcome-to-record': state(
    'De mediation is al afgelopen; een uitkomst kan alleen na heropenen worden verbeterd.',
    'The mediation has ended; its outcome can be corrected only after reopening.',
    CONTRACT,
  ),
  'agreement-fits-outcome': state(
    'Deze uitkomst vraagt een overeenkomst van dezelfde soort, door beide ouders getekend.',
    'This outcome needs an agreement of the same kind, signed by both parents.',
    'Annual reports 2021 and 2025',
  ),
  'reason-given': rule(
    'Zonder overeenkomst hoort er ten minste één reden bij.',
    'No agreement needs at least one reason.',
    'Annual report 2025',
  ),
  'category-is-outcome': rule(
    'De rechtbank hoort alleen de vastgelegde uitkomst, en dit is een andere.',
    'Only the recorded outcome may be reported, and this is another.',
    'MfN mediation rules art. 7',
  ),
  'deadline-running': state(
    'De termijn {deadline} loopt niet.',
    'The deadline {deadline} is not running.',
    CONTRACT,
  ),
  'evaluation-not-sent': state(
    'De evaluatie van ouder {parent} is al verstuurd.',
    'The evaluation of parent {parent} has already been sent.',
    CONTRACT,
  ),
  'curator-at-rest': state(
    'De bijzondere curator is nog bezig: eerst ontslagen of afgezegd.',
    'The special curator is still at work: first discharged or declined.',
    'Art. 1:250 Civil Code; working method',
  ),
  'second-pair-of-eyes': state(
    'Wie sloot, heropent niet zelf: vraag een collega.',
    'Who closed the request does not reopen it: ask a colleague.',
    'House rule: second pair of eyes',
  ),
  'some-court-date': rule('Geef ten minste één zittingsdatum.', 'Give at least one court date.', CONTRACT),
  'court-dates-in-order': rule(
    'De zittingsdata staan niet op volgorde: verzoekschrift, regiezitting, meervoudige kamer.',
    'The court dates are out of order: petition, directions hearing, full chamber.',
    'Practice of the District Court of The Hague',
  ),
  'time-goes-forward': rule(
    'Deze gebeurtenis ligt voor de vorige in het dossier.',
    'This event lies before the previous one of the file.',
    HOUSE,
  ),
  'two-parents': rule(
    'Een aanvraag heeft ouder A en ouder B.',
    'A request has a parent A and a parent B.',
    CONTRACT,
  ),
  'opposed-roles': rule(
    'Twee ouders kunnen niet beiden de achterblijvende of beiden de meenemende ouder zijn.',
    'Two parents cannot both be left behind or both be taking.',
    CONTRACT,
  ),
  'child-under-18': rule(
    'Ten minste één kind moet jonger dan 18 zijn.',
    'At least one child must be under 18.',
    CONTRACT,
  ),
  'children-born': rule('Een geboortedatum ligt in de toekomst.', 'A birth date lies in the future.', HOUSE),
  'child-keys-unique': rule(
    'Twee kinderen hebben dezelfde sleutel.',
    'Two children have the same key.',
    HOUSE,
  ),
  'pool-knows-mediators': rule(
    'Een van de mediators staat niet in de pool.',
    'One of the mediators is not in the pool.',
    'Mediator pool of the bureau',
  ),
  'pair-legal-and-behavioural': rule(
    'Een koppel is één jurist-mediator en één gedragswetenschapper.',
    'A pair is one legal and one behavioural mediator.',
    'Working method: co-mediation of two professions',
  ),
  'pair-has-full-member': rule(
    'Ten minste één van het koppel is volledig lid van de pool; niemand is met verlof of vertrokken.',
    'At least one of the pair is a full member of the pool; nobody is on leave or has left.',
    'Annual report 2025: practice phase under supervision',
  ),
  'same-profession': rule(
    'De vervanger moet dezelfde professie hebben.',
    'The replacement must be of the same profession.',
    MFN,
  ),
  'mediators-free': state(
    'Een van de mediators is op dat moment al bezet.',
    'One of the mediators is already booked at that time.',
    'House rule: no double booking',
  ),
} as const satisfies Record<string, RequirementEntry>;

export type RequirementCode = keyof typeof REQUIREMENTS;
