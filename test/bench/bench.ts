import { parseArgs } from 'node:util';
import { benchAdvance, type Length } from './advance.bench';
import { benchAnnualReport } from './annual-report.bench';
import { benchBreakdown } from './breakdown.bench';
import { benchHttp } from './http.bench';
import { openGrounds, type Ground } from './places';
import { publishQueues } from './publish';
import { benchQueue, queueGrounds } from './queue.bench';
import {
  advanceTable,
  annualReportTable,
  breakdownTable,
  httpTable,
  queueTable,
  searchTable,
  type Report,
} from './report';
import { benchSearch } from './search.bench';
import { readStories, type Story } from './stories';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    publish: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes a whole number from 1');

if (options.only && !['events', 'queue', 'report', 'search'].includes(options.only))
  throw new RangeError('--only takes events, queue, report or search');
const isAsked = (part: string): boolean => (options.only ?? part) === part;

const say = (text: string): void => {
  if (!options.json) process.stdout.write(`${text}\n`);
};

/** Everything in one run, so that whatever slows the machine down slows all of it down. */
async function bench(): Promise<Report> {
  const report: Report = {
    node: process.version,
    rounds,
    left_out: [],
    advance: {},
    http: {},
    breakdown: {},
    queue: {},
    annualReport: {},
    search: {},
  };
  if (isAsked('events')) await benchEvents(report);
  if (isAsked('queue')) await benchQueues(report);
  if (isAsked('report')) await benchReports(report);
  if (isAsked('search')) await benchSearches(report);
  return report;
}

async function benchReports({ annualReport }: Report): Promise<void> {
  const grounds = await openGrounds();
  try {
    for (const ground of grounds.near) {
      const result = await benchAnnualReport(ground, rounds);
      say(annualReportTable(ground.name, (annualReport[ground.name] = result)));
    }
  } finally {
    await grounds.close();
  }
}

async function benchSearches({ search }: Report): Promise<void> {
  const grounds = await openGrounds();
  try {
    for (const ground of grounds.near) {
      const results = await benchSearch(ground);
      say(searchTable(ground.name, (search[ground.name] = results)));
    }
  } finally {
    await grounds.close();
  }
}

async function benchQueues({ queue }: Report): Promise<void> {
  for (const ground of queueGrounds()) queue[ground.name] = await benchQueue(ground);
  say(queueTable(queue));
  if (options.publish) await publishQueues(queue);
}

async function benchEvents(report: Report): Promise<void> {
  const stories = await readStories();
  const grounds = await openGrounds();
  try {
    if (grounds.near.length < 2) {
      report.left_out.push('PostgreSQL');
      console.warn('\n  ######  NOT MEASURED on PostgreSQL: none answers; set TEST_DATABASE_URL  ######\n');
    }
    const advance = async (ground: Ground, year: readonly Story[], length: Length): Promise<void> => {
      const results = await benchAdvance(ground, year, length);
      report.advance[ground.name] = results;
      say(advanceTable(ground, results));
    };
    for (const ground of grounds.near) await advance(ground, stories, { rounds, warmUps: 6 });
    // By now the program is warm; far away every round takes long.
    const half = stories.filter((_, index) => index % 2 === 0);
    for (const ground of grounds.far)
      await advance(ground, half, { rounds: Math.ceil(rounds / 3), warmUps: 1 });
    for (const ground of grounds.near)
      say(httpTable(ground.name, (report.http[ground.name] = await benchHttp(ground, stories, rounds))));
    for (const ground of grounds.near) {
      const breakdown = await benchBreakdown(ground, stories, rounds);
      say(breakdownTable(ground.name, (report.breakdown[ground.name] = breakdown)));
    }
  } finally {
    await grounds.close();
  }
}

bench()
  .then((report) => {
    if (options.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
