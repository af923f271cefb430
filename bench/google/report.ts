import { performance } from 'node:perf_hooks';
import { startFakeGoogle, type FakeGoogle } from '../../test/support/google/fake-google.ts';
import { connectSheets } from '../../src/google/sheets-client.ts';
import { systemEnvironment } from '../../src/google/environment.ts';
import { googleStore } from '../../src/stores/google/google-store.ts';
import { interleaved, median, pairedRatio } from '../statistics.ts';
import { contenders, type Place } from './contenders.ts';
import { tabsToFill } from './work.ts';

interface Cost {
  readonly milliseconds: number;
  readonly reads: number;
  readonly writes: number;
  readonly kilobytesOut: number;
  readonly kilobytesIn: number;
}

type Name = keyof typeof contenders;

/** Requests, bytes and time for the same work, by three ways, against the same stand-in for Google on this machine. */
export async function googleReport(rounds: number): Promise<string[]> {
  const google = await startFakeGoogle();
  const measure = async (name: Name): Promise<Cost> => {
    const place = await filled(google);
    const from = google.requests.length;
    const started = performance.now();
    await contenders[name](place);
    const milliseconds = performance.now() - started;
    const requests = google.requests.slice(from);
    const reads = requests.filter(({ method }) => method === 'GET').length;
    const sum = (of: (request: (typeof requests)[number]) => number): number =>
      requests.reduce((all, request) => all + of(request), 0) / 1000;
    return {
      milliseconds,
      reads,
      writes: requests.length - reads,
      kilobytesOut: sum(({ bytes }) => bytes),
      kilobytesIn: sum(({ answered }) => answered?.bytes ?? 0),
    };
  };
  const names: readonly Name[] = ['Felles', 'google-spreadsheet', 'googleapis, row by row'];
  const measured = await interleaved(
    rounds,
    names.map((name) => [name, () => measure(name)] as const),
  );
  await google.close();
  return [
    row('', 'reads', 'writes', 'KB out', 'KB in', 'ms', 'against Felles'),
    ...names.map((name) => line(name, measured)),
  ];
}

async function filled(google: FakeGoogle): Promise<Place> {
  const spreadsheetId = google.createSpreadsheet();
  const place = { origin: google.origin, token: google.token, spreadsheetId };
  const client = await connectSheets({
    credentials: { accessToken: google.token, loginFolder: '' },
    transport: { origin: google.origin },
    environment: systemEnvironment(() => undefined),
  });
  const store = googleStore(client, spreadsheetId);
  await store.write(tabsToFill(), await store.read());
  return place;
}

function line(name: Name, measured: (name: Name) => readonly Cost[]): string {
  const of = (pick: (cost: Cost) => number): number => median(measured(name).map(pick));
  const times = (each: Name): number[] => measured(each).map(({ milliseconds }) => milliseconds);
  const whole = (value: number): string => value.toFixed(0);
  return row(
    name,
    whole(of(({ reads }) => reads)),
    whole(of(({ writes }) => writes)),
    whole(of(({ kilobytesOut }) => kilobytesOut)),
    whole(of(({ kilobytesIn }) => kilobytesIn)),
    whole(of(({ milliseconds }) => milliseconds)),
    `${pairedRatio(times(name), times('Felles')).toFixed(2)} ×`,
  );
}

const row = (name: string, ...figures: readonly string[]): string =>
  name.padEnd(24) + figures.map((figure) => figure.padStart(figure.includes(' ') ? 16 : 9)).join('');
