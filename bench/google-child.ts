// A fake Google in a process of its own: prints where it is, counts from each line of its input on, and prints the counts at the end.
import { startFakeGoogle } from '../test/support/google/fake-google.ts';

const google = await startFakeGoogle();
const print = (what: object): void => void process.stdout.write(`${JSON.stringify(what)}\n`);
print({ origin: google.origin, token: google.token, sheet: google.createSpreadsheet() });
let from = 0;
process.stdin.on('data', () => {
  from = google.requests.length;
});
process.stdin.on('end', () => {
  const requests = google.requests.slice(from);
  const writes = requests.filter(({ method }) => method === 'POST').length;
  const bytes = requests.reduce((sum, { answered }) => sum + (answered?.bytes ?? 0), 0);
  print({ writes, reads: requests.length - writes, megabytesIn: bytes / 1e6 });
  void google.close();
});
