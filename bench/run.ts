// `npm run bench [-- <rounds> [<part> …]]`: what start-up and reading cost, as ratios taken in one run. Nothing here fails for
// being slow: the targets stand beside the figures, and people judge. A part whose program fails says so, and the others run.
import { cpus } from 'node:os';
import { googleReport } from './google/report.ts';
import { googleStartUpReport } from './google/start-up.ts';
import { composingReport } from './composing.ts';
import { pageReport } from './page.ts';
import { peersReport } from './peers/report.ts';
import { readingReport } from './reading.ts';
import { sendingReport } from './sending.ts';
import { startUpReport } from './start-up.ts';

interface Part {
  readonly title: string;
  readonly report: (rounds: number) => Promise<readonly string[]>;
}

const parts: Readonly<Record<string, Part>> = {
  'start-up': {
    title:
      'Start-up, whole process, against an empty tsx script (target for all formats: at most 1.8 ×, nothing changed: 1.5 ×)',
    report: startUpReport,
  },
  reading: {
    title:
      'Reading and judging against the bare parse of the same workbook (target: at most 1.5 ×, and linear)',
    report: (rounds) => readingReport([1_000, 10_000, 100_000], Math.min(rounds, 5)),
  },
  peers: {
    title: 'The same against other libraries: 10,000 rows read, one cell changed and the rest kept',
    report: (rounds) => peersReport(Math.min(rounds, 5)),
  },
  google: {
    title:
      'A Google Sheet on this machine: read six tabs of 200 rows, write 200 changed rows (target: 1 + 1 requests)',
    report: (rounds) => googleReport(Math.min(rounds, 3)),
  },
  'google-start-up': {
    title: 'The same register in a workbook and in a Google Sheet on this machine, whole process',
    report: (rounds) => googleStartUpReport(Math.min(rounds, 5)),
  },
  composing: {
    title:
      'Announcements composed to MIME against nodemailer composing a constant message (target: at least 0.5 ×, memory flat)',
    report: () => composingReport([1_000, 10_000], 1),
  },
  sending: {
    title:
      '3,000 recipients sent to by SMTP, with the ledger in a Google Sheet and the journal on the disk (target: at most 2 × the loop at 5 at once; at most 130 writes by one connection)',
    report: () => sendingReport(3_000),
  },
  page: {
    title:
      'The page, whole process (target: first view at most 1 s, a template 300 ms, an answer while it reads 50 ms, memory flat)',
    report: (rounds) => pageReport(Math.min(rounds, 5), 100_000, 1_000),
  },
};

const [given = '11', ...wanted] = process.argv.slice(2);
const rounds = Number(given);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (!Number.isInteger(rounds) || rounds < 1 || unknown.length > 0)
  throw new Error(`npm run bench [-- <rounds> [<part> …]], of the parts ${Object.keys(parts).join(', ')}`);

const print = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

print(
  `Node ${process.version}, ${String(cpus().length)} cores, medians of ${String(rounds)} interleaved rounds`,
);
for (const [name, { title, report }] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  print('', title);
  try {
    print(...(await report(rounds)));
  } catch (error) {
    print(`  not measured: ${String(error)}`);
    process.exitCode = 1;
  }
}
