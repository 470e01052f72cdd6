import { createReadStream, readFileSync } from 'node:fs';
import {
  CASEWORK_ROWS,
  CaseworkModule,
  ImportInformationRequests,
  InformationRequests,
} from '@bureau/casework';
import {
  CORRESPONDENCE_ROWS,
  CorrespondenceModule,
  Evaluations,
  ImportEvaluations,
} from '@bureau/correspondence';
import { Clock, FixedClock, instantOf } from '@bureau/kernel';
import { DUTCH_CALENDAR } from '@bureau/calendar';
import { ImportMediators, MEDIATOR_ROWS, MediatorPool, MediatorsModule } from '@bureau/mediators';
import { badRowInWords, Database, type ImportResult, schemaDrift } from '@bureau/platform';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { MIGRATIONS } from '../../libs/platform/migrations';
import { describeOnEachDatabase, type OpenDatabase } from '../support/databases';
import { count } from '../support/tally.rows';

const SCHEMA = {
  entities: [...MEDIATOR_ROWS, ...CASEWORK_ROWS, ...CORRESPONDENCE_ROWS],
  migrations: MIGRATIONS,
};
const MEDIATORS = 'test/fixtures/2025/mediators.csv';
const QUESTIONS = 'test/fixtures/2025/information-requests.csv';
const EVALUATIONS = 'test/fixtures/2025/evaluations.csv';
const HEADER = 'mediator,name,profession,languages,gender,stage,legal_aid_registered,max_open,joined_on';

const text = (file: string): string => readFileSync(file, 'utf8');
const faultsOf = (result: ImportResult): string[] =>
  result.ok ? [] : result.error.badRows.map(badRowInWords);

async function bureauOn(open: OpenDatabase) {
  const database = await open();

  @Global()
  @Module({
    providers: [
      { provide: Database, useValue: database },
      { provide: Clock, useValue: new FixedClock(instantOf('2026-03-02T11:00:00Z')) },
    ],
    exports: [Database, Clock],
  })
  class Storage {}

  const app = await Test.createTestingModule({
    imports: [
      Storage,
      MediatorsModule,
      CaseworkModule.forRoot({ calendar: DUTCH_CALENDAR }),
      CorrespondenceModule,
    ],
  }).compile();
  return {
    database,
    pool: app.get(MediatorPool),
    mediators: app.get(ImportMediators),
    questions: app.get(ImportInformationRequests),
    counts: app.get(InformationRequests),
    forms: app.get(ImportEvaluations),
    judged: app.get(Evaluations),
  };
}

describeOnEachDatabase('bringing in an old register', importing, SCHEMA);

function importing(open: OpenDatabase): void {
  it('has tables that are what its rows say', async () => {
    expect(await schemaDrift(await open())).toEqual([]);
  });

  describe('mediators.csv', () => {
    it('becomes the pool, and changes nothing the second time', async () => {
      const { mediators, pool } = await bureauOn(open);
      expect(await pool.isEmpty()).toBe(true);
      expect(await mediators.execute(createReadStream(MEDIATORS))).toEqual({
        ok: true,
        value: { added: 18, unchanged: 0, updated: 0 },
      });
      expect(await mediators.execute(text(MEDIATORS))).toEqual({
        ok: true,
        value: { added: 0, unchanged: 18, updated: 0 },
      });
      expect(await pool.isEmpty()).toBe(false);
      const found = await pool.find(['m06', 'm13', 'nobody']);
      expect([...found.keys()].sort()).toEqual(['m06', 'm13']);
      expect(found.get('m06')).toEqual({
        mediator: 'm06',
        name: 'Mediator 06',
        profession: 'behavioural',
        languages: ['nl', 'en', 'tr'],
        gender: 'f',
        stage: 'full',
        legalAidRegistered: false,
        maxOpen: 3,
        joinedOn: '2020-01-15',
      });
    });

    it('is not brought in at all when a row is bad, and every bad row is named', async () => {
      const { database, mediators } = await bureauOn(open);
      const file = [
        HEADER,
        'm01,Anna,legal,nl;en,f,full,yes,3,2015-01-15',
        'm02,Bo,lawyer,nl,f,full,yes,3,2015-02-30',
        'm03,Cy,legal,nl,f,full,ja,3,2015-01-15',
        'm01,Anna,legal,nl;en,f,full,yes,3,2015-01-15',
      ].join('\n');
      expect(faultsOf(await mediators.execute(file))).toEqual([
        "line 3, profession: found 'lawyer', expected one of legal, behavioural",
        "line 3, joined_on: found '2015-02-30', expected a day of the calendar, YYYY-MM-DD",
        "line 4, legal_aid_registered: found 'ja', expected yes or no",
        "line 5, mediator: found 'm01', expected every key once; line 2 has it already",
      ]);
      expect(await count(database, 'mediator')).toBe(0);
    });

    it('may not change a mediator unless told to update', async () => {
      const { mediators, pool } = await bureauOn(open);
      await mediators.execute(text(MEDIATORS));
      const changed = text(MEDIATORS)
        .replace('m13,Mediator 13,legal,nl;en,m,practice', 'm13,Mediator 13,legal,nl;en,m,full')
        .concat('m19,Mediator 19,legal,nl,x,training,no,0,2026-01-10\n');
      expect(faultsOf(await mediators.execute(changed))).toEqual([
        "line 14, stage: found 'full', expected 'practice' as stored, or --update to replace it",
      ]);
      expect((await pool.find(['m13', 'm19'])).size).toBe(1);
      expect(await mediators.execute(changed, { update: true })).toEqual({
        ok: true,
        value: { added: 1, unchanged: 17, updated: 1 },
      });
      expect((await pool.find(['m13'])).get('m13')?.stage).toBe('full');
    });

    it('is not brought in without all of its columns', async () => {
      const { mediators } = await bureauOn(open);
      await mediators.execute(text(MEDIATORS));
      const file = `${HEADER.replace('languages,', '')}\nm01,Anna,legal,f,full,yes,3,2015-01-15\n`;
      expect(faultsOf(await mediators.execute(file, { update: true }))).toEqual([
        "line 1, languages: found 'no such column', expected a column languages",
      ]);
    });

    it('is brought in once when it is brought in twice at the same time', async () => {
      const { database, mediators } = await bureauOn(open);
      const results = await Promise.all([1, 2, 3].map(() => mediators.execute(text(MEDIATORS))));
      const added = results.map((result) => (result.ok ? result.value.added : NaN));
      expect(added.sort()).toEqual([0, 0, 18]);
      expect(await count(database, 'mediator')).toBe(18);
    });
  });

  describe('information-requests.csv', () => {
    it('adds every question once, also equal ones, and changes nothing the second time', async () => {
      const { questions, counts } = await bureauOn(open);
      expect(await questions.execute(text(QUESTIONS))).toEqual({
        ok: true,
        value: { added: 71, unchanged: 0, updated: 0 },
      });
      expect(await questions.execute(createReadStream(QUESTIONS))).toEqual({
        ok: true,
        value: { added: 0, unchanged: 71, updated: 0 },
      });
      expect([await counts.countByYear(2025), await counts.countByYear(2024)]).toEqual([71, 0]);
    });

    it('adds what a longer register has more', async () => {
      const { questions, counts } = await bureauOn(open);
      await questions.execute(text(QUESTIONS));
      const longer = `${text(QUESTIONS)}2025-03-05,lawyer,phone\n2026-01-02,parent,form\n`;
      expect(await questions.execute(longer)).toMatchObject({ value: { added: 2, unchanged: 71 } });
      expect([await counts.countByYear(2025), await counts.countByYear(2026)]).toEqual([72, 1]);
    });

    it('is not brought in at all when a row is bad', async () => {
      const { questions, counts } = await bureauOn(open);
      const file =
        'received_on,asker,channel\n2025-01-01,Mr Smith,visit\n2025-01-02,parent,phone\n01-03-2025,parent,phone\n';
      expect(faultsOf(await questions.execute(file))).toEqual([
        "line 2, asker: found 'Mr Smith', expected a code in lower case, like youth_care",
        "line 2, channel: found 'visit', expected one of phone, email, form",
        "line 4, received_on: found '01-03-2025', expected a day of the calendar, YYYY-MM-DD",
      ]);
      expect(await counts.countByYear(2025)).toBe(0);
    });
  });

  describe('evaluations.csv', () => {
    it('adds every form once, in any order, and changes nothing the second time', async () => {
      const { forms, judged } = await bureauOn(open);
      expect(await forms.execute(text(EVALUATIONS))).toEqual({
        ok: true,
        value: { added: 46, unchanged: 0, updated: 0 },
      });
      const [header, ...lines] = text(EVALUATIONS).trim().split('\n');
      const turned = [header, ...lines.reverse()].join('\n');
      expect(await forms.execute(turned)).toMatchObject({ value: { added: 0, unchanged: 46 } });
      const { answered, scores } = await judged.ofYear(2025);
      expect([answered, scores.reduce((sum, { answers }) => sum + answers, 0)]).toEqual([46, 7 * 46]);
      expect(await judged.ofYear(2024)).toEqual({ answered: 0, scores: [] });
    });

    it('may not change an answer unless told to update', async () => {
      const { forms, judged } = await bureauOn(open);
      const form = (overall: number) =>
        `${text(EVALUATIONS).split('\n')[0]}\nMB-2026-001,A,${overall},4,4,4,4,4,4\n`;
      await forms.execute(form(2));
      expect(faultsOf(await forms.execute(form(3)))).toEqual([
        "line 2, overall: found '3', expected '2' as stored, or --update to replace it",
      ]);
      expect(await forms.execute(form(3), { update: true })).toMatchObject({ value: { updated: 1 } });
      const { answered, scores } = await judged.ofYear(2026);
      expect(answered).toBe(1);
      expect(scores).toContainEqual({ item: 'overall', score: 3, answers: 1 });
    });

    it('is not brought in at all when a row is bad, and every bad row is named', async () => {
      const { database, forms } = await bureauOn(open);
      const file = [
        text(EVALUATIONS).split('\n')[0]?.trim(),
        'MB-2026-001,A,5,5,5,5,5,5,5',
        'MB-2026-001,C,0,5,5,5,5,5,6',
        'MB-2026-002,B,5,5,,5,5,5,5',
        'MB-2026-001,A,5,5,5,5,5,5,5',
      ].join('\n');
      expect(faultsOf(await forms.execute(file))).toEqual([
        "line 3, parent: found 'C', expected one of A, B",
        "line 3, overall: found '0', expected a whole number from 1 to 5",
        "line 3, organisation_speed: found '6', expected a whole number from 1 to 5",
        "line 4, information_beforehand: found '', expected a whole number from 1 to 5",
        "line 5, request: found 'MB-2026-001, parent A', expected every key once; line 2 has it already",
      ]);
      expect(await count(database, 'evaluation_answer')).toBe(0);
    });
  });
}
