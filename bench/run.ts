// `npm run bench [-- <rounds>]`: what start-up and reading cost, as ratios taken in one run. Nothing here fails for
// being slow: the targets stand beside the figures, and people judge.
import { cpus } from 'node:os';
import { googleReport } from './google/report.ts';
import { googleStartUpReport } from './google/start-up.ts';
import { composingReport } from './composing.ts';
import { pageReport } from './page.ts';
import { peersReport } from './peers/report.ts';
import { readingReport } from './reading.ts';
import { sendingReport } from './sending.ts';
import { startUpReport } from './start-up.ts';

const rounds = Number(process.argv[2] ?? '11');
const print = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

print(
  `Node ${process.version}, ${String(cpus().length)} cores, medians of ${String(rounds)} interleaved rounds`,
);
print(
  '',
  'Start-up, whole process, against an empty tsx script (target for all formats: at most 1.8 ×, nothing changed: 1.5 ×)',
);
print(...(await startUpReport(rounds)));
print(
  '',
  'Reading and judging against the bare parse of the same workbook (target: at most 1.5 ×, and linear)',
);
print(...(await readingReport([1_000, 10_000, 100_000], Math.min(rounds, 5))));
print('', 'The same against other libraries: 10,000 rows read, one cell changed and the rest kept');
print(...(await peersReport(Math.min(rounds, 5))));
print(
  '',
  'A Google Sheet on this machine: read six tabs of 200 rows, write 200 changed rows (target: 1 + 1 requests)',
);
print(...(await googleReport(Math.min(rounds, 3))));
print('', 'The same register in a workbook and in a Google Sheet on this machine, whole process');
print(...(await googleStartUpReport(Math.min(rounds, 5))));
print(
  '',
  'Announcements composed to MIME against nodemailer composing a constant message (target: at least 0.5 ×, memory flat)',
);
print(...(await composingReport([1_000, 10_000], 1)));
print(
  '',
  '3,000 recipients sent to by SMTP, with the ledger in a Google Sheet and the journal on the disk (target: at most 2 × the loop at 5 at once; at most 130 writes by one connection)',
);
print(...(await sendingReport(3_000)));
print(
  '',
  'The page, whole process (target: first view at most 1 s, a template 300 ms, an answer while it reads 50 ms, memory flat)',
);
print(...(await pageReport(Math.min(rounds, 5), 100_000, 1_000)));
