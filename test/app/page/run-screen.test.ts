import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands, isCommand } from '../../../src/app/main.ts';
import { madeIn, openMade, type PageDisk } from '../../../src/app/page/made-files.ts';
import { runSchema, runView } from '../../../src/app/page/run-screen.ts';
import type { PageRun, RunRequest, SaidLine } from '../../../src/app/page/runs.ts';
import { saidHtml } from '../../../src/app/page/said-line.ts';
import { startAsked } from '../../../src/app/page/start-asked.ts';
import { PageTemplates } from '../../../src/app/page/templates.ts';
import { filesIn, storeUploads } from '../../../src/app/page/uploads.ts';

let disk: PageDisk;
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'felles-run-'));
  disk = { folder, out: join(folder, 'out'), room: join(folder, 'room') };
  await mkdir(join(disk.out, 'agenda'), { recursive: true });
  await mkdir(disk.room);
});
afterEach(() => rm(disk.folder, { recursive: true }));

const said = (...texts: readonly string[]): SaidLine[] => texts.map((text) => ({ text, isRed: false }));

const run = (more: Partial<PageRun> = {}): PageRun => ({
  ...{
    id: 3,
    standard: 'nb',
    command: 'check',
    argv: [],
    from: '/nb/doing',
    lines: [],
    unkept: 0,
    isStopping: false,
    code: 0,
  },
  ...more,
});
const shown = (more: object = {}): Parameters<typeof runView>[1] => ({
  ...{ standard: 'nb', disk, form: 'word', isCurrent: false, isBusy: false },
  ...more,
});

describe('files that a command has made', () => {
  const paper = 'out/agenda/saksliste.nb.html';

  it('are those that it printed and that lie in the folder of papers', async () => {
    const mailing = join(disk.out, 'agenda', 'a-1-agenda-r1');
    await mkdir(mailing);
    await writeFile(join(mailing, 'mailing.json'), '{}');
    await mkdir(join(disk.out, 'agenda', 'other'));
    await writeFile(join(disk.folder, paper), '<p>hei</p>');
    await writeFile(join(disk.folder, 'secret.txt'), 'secret');
    await writeFile(join(disk.out, 'unsaid.txt'), 'not printed');
    await symlink(join(disk.folder, 'secret.txt'), join(disk.out, 'link.txt'));
    await symlink(disk.folder, join(disk.out, 'away'));
    const lines = said(
      ...['Agenda for 2026Q4', paper, `${paper} (unchanged)`, 'out/agenda/a-1-agenda-r1', 'out/agenda/other'],
      ...['out/../secret.txt', join(disk.folder, 'secret.txt'), 'out/link.txt', 'out/away/secret.txt'],
      ...['out/gone.txt', 'out', '', '../out/unsaid.txt'],
    );
    expect(madeIn(run({ lines }), disk).map(({ name, isMailing }) => [name, isMailing])).toEqual([
      ['saksliste.nb.html', false],
      ['a-1-agenda-r1', true],
    ]);
  });

  it('that are mailings are the next step, the newest first; the one that was to be sent is not', async () => {
    for (const name of ['a-r1', 'a-r2', 'b-r1']) {
      await mkdir(join(disk.out, name));
      await writeFile(join(disk.out, name, 'mailing.json'), '{}');
    }
    const lines = said('out/a-r1', 'out/a-r2', 'out/b-r1');
    const toSend = (more: Partial<PageRun>): readonly string[] =>
      runView(run({ lines, ...more }), shown()).toSend.map(({ href }) => href);
    expect(toSend({ command: 'announce' })).toEqual(
      ['b-r1', 'a-r2', 'a-r1'].map((name) => `/nb/mailings/${name}`),
    );
    expect(toSend({ command: 'send', argv: ['--mailing=out/a-r1', '--readdress'] })).toEqual([
      '/nb/mailings/b-r1',
      '/nb/mailings/a-r2',
    ]);
    expect(toSend({ command: 'send', argv: ['--mailing=out/a-r1', '--approve=abc'] })).toEqual([]);
    const text = new PageTemplates().fill(
      'run',
      runSchema,
      runView(
        run({
          lines,
          command: 'send',
          argv: ['--mailing=out/a-r1', '--readdress'],
          from: '/nb/mailings/a-r1',
        }),
        shown(),
      ),
    );
    expect(text.indexOf('Se på utsendelsen a-r2')).toBeLessThan(text.indexOf('href="/nb/mailings/a-r1"'));
  });

  it('are shown where a browser can, and saved otherwise', async () => {
    for (const name of ['a.html', 'a.docx']) await writeFile(join(disk.out, name), 'x');
    // The settings named another folder when another command began.
    const out = join(disk.folder, 'papirer');
    await mkdir(out);
    await writeFile(join(out, 'b.html'), 'x');
    const names = madeIn(run({ lines: said('out/a.html', 'papirer/b.html'), out }), disk).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['b.html']);
    const [html, docx] = madeIn(run({ lines: said('out/a.html', 'out/a.docx') }), disk);
    expect(html === undefined ? {} : await openMade(html)).toMatchObject({
      type: 'text/html; charset=utf-8',
    });
    expect(docx === undefined ? {} : await openMade(docx)).toMatchObject({ name: 'a.docx' });
  });

  it('are listed, and not said once more as a path', async () => {
    await writeFile(join(disk.out, 'a.html'), 'x');
    const view = runView(run({ lines: said('Saksliste', 'out/a.html') }), shown());
    expect(view.made.map(({ name }) => name)).toEqual(['a.html']);
    expect(view.said).toEqual(saidHtml(['Saksliste'], 'nb'));
  });

  it('keep their address when another is gone, and when lines before them are no longer kept', async () => {
    for (const name of ['a.txt', 'b.txt']) await writeFile(join(disk.out, name), name);
    const lines = said('out/a.txt', 'out/b.txt');
    const address = (one: PageRun): unknown => runView(one, shown()).made.at(-1)?.href;
    const before = address(run({ lines }));
    await rm(join(disk.out, 'a.txt'));
    expect(address(run({ lines }))).toBe(before);
    expect(address(run({ lines: lines.slice(1), unkept: 1 }))).toBe(before);
  });
});

describe('what a command said', () => {
  it('names how much of it is no longer kept', () => {
    const html = (unkept: number): string | undefined =>
      runView(run({ lines: said('slutten'), unkept }), shown()).said?.html;
    expect(html(12)).toContain('12 linjer før dette');
    expect(html(0)).not.toContain('før dette');
  });
});

describe('the screen of a run', () => {
  const templates = new PageTemplates();
  const html = (one: PageRun, more: object = {}): string =>
    templates.fill('run', runSchema, runView(one, shown(more)));

  it('says what came of it first, and what was and was not written', () => {
    const lines = [
      { text: '  Saker, rad 4, ID: ikke skrevet.', isRed: true },
      { text: '  Fjern formelen.', isRed: false },
      ...said('1 rad fikk ID.', '  S-2026-009'),
    ];
    const changes = {
      cells: [{ tab: 'Saker', row: 3, column: 'ID', was: '', is: 'S-2026-009' }],
      added: [{ tab: 'Kontroll', rows: 2 }],
      more: 0,
    };
    const view = runView(run({ code: 1, lines, changes }), shown({ standard: 'nn' }));
    expect(view).toMatchObject({
      spoken: 'nb',
      kind: 'todo',
      refused: saidHtml(['  Saker, rad 4, ID: ikke skrevet.', '  Fjern formelen.'], 'nn'),
      changes: { added: ['Kontroll: 2 nye rader'], cells: [{ place: 'Saker, rad 3, ID', was: 'tom' }] },
    });
    const text = html(run({ code: 1, lines, changes }));
    expect(text.indexOf('class="outcome todo"')).toBeLessThan(text.indexOf('Dette må du se på'));
    expect(text).toContain('lang="nb"');
  });

  it('says in one line what is known of it, and nothing twice', () => {
    const nothing = { cells: [], added: [], more: 0 };
    const red = [
      { text: 'Arbeidsboken er åpen.', isRed: true },
      { text: '  Lukk den.', isRed: false },
    ];
    const outcome = (more: Partial<PageRun>): readonly string[] => {
      const { kind, state } = runView(run(more), shown());
      return [kind, state];
    };
    const look = { argv: [], whole: ['--write'], changes: nothing };
    expect(outcome({ ...look, code: 1, lines: said('3 saker') })).toEqual([
      'done',
      'Sett på. Ingenting er skrevet i registeret ennå.',
    ]);
    expect(outcome({ ...look, code: 1, lines: red })).toEqual([
      'todo',
      'Sett på. Ingenting er skrevet i registeret ennå. Les det som står under «Dette må du se på».',
    ]);
    expect(outcome({ code: 2, changes: nothing, lines: red })).toEqual([
      'failed',
      'Stoppet før alt var gjort. Ingenting i registeret ble endret. Les det som står under «Dette må du se på».',
    ]);
    expect(outcome({ code: 1, changes: { ...nothing, added: [{ tab: 'Saker', rows: 1 }] } })).toEqual([
      'todo',
      'Kjørt. Registeret ble endret. Noe gjenstår: les meldingen.',
    ]);
    // Of the register nothing is known.
    expect(outcome({ code: 1 })[1]).toBe('Kjørt. Noe gjenstår: les meldingen.');
    expect(html(run({ code: 2, lines: red }))).toMatch(/<details[^>]*>\s*<summary>Melding fra kjøringen/u);
    const both = html(run({ code: 1, lines: [...red, ...said('1 rad fikk ID.')] }));
    expect(both.match(/Arbeidsboken er åpen/gu)).toHaveLength(1);
    expect(both).not.toContain('<details');
  });

  it('runs until it is known what it has changed, and has a link to look again', () => {
    expect(runView(run({ code: 0 }), shown({ isCurrent: true })).kind).toBe('running');
    const text = html(run({ code: 0 }), { isCurrent: true, isBusy: true });
    expect(text).toContain('<a href="/nb/run/3">Oppdater</a>');
    expect(text).toContain(
      '«Kontroller registeret» kjører. Vent til den er ferdig. Det du ba om, er ikke startet.',
    );
    expect(html(run({ code: 0 }), { isBusy: true })).not.toContain('er ikke startet');
  });

  it('leads from a look to its own button and not to the box that is ticked', () => {
    const lines = said(
      'Ingenting er skrevet. Kryss av for «Skriv det som ble forstått, i registeret» (--write) for å skrive 3 saker.',
      'Kryss av for «Et annet dokument er lest før» (--again) for å skrive det som er nytt.',
    );
    const look = { command: 'minutes', lines, argv: ['--read=a'], whole: ['--read=a', '--write'], code: 1 };
    const text = (one: PageRun): string => runView(one, shown()).said?.html ?? '';
    expect(text(run(look))).toContain('Ingenting er skrevet. Trykk «Skriv det nå» for å skrive 3 saker.');
    expect(text(run(look))).toContain('Kryss av for «Et annet dokument er lest før» for å');
    expect(text(run({ ...look, whole: undefined }))).toContain('Kryss av for «Skriv det som ble forstått');
  });

  it('offers what a look left out, unless it could not look', () => {
    const look = { argv: ['--standard=nn'], whole: ['--standard=nn', '--write', '--give-ids'] };
    expect(runView(run({ ...look, code: 1 }), shown()).next).toHaveLength(2);
    expect(runView(run({ ...look, code: 2 }), shown()).next).toEqual([]);
    expect(runView(run({ ...look }), shown({ isCurrent: true })).next).toEqual([]);
    expect(runView(run({ ...look, code: 1 }), shown()).change).toBe(
      '/nb/doing/check?standard=nn&write=on&give-ids=on&change=on',
    );
  });

  it('is called what it does: to read what came back is no sending, and is not stopped', () => {
    const headingOf = (...argv: readonly string[]): string =>
      runView(run({ command: 'send', argv }), shown()).heading;
    expect(headingOf('--mailing=out/a', '--approve=abc')).toBe('Send en utsendelse');
    expect(headingOf('--bounces=room/x')).toBe('Les e-post som kom i retur');
    expect(headingOf('--mailing=out/a', '--test-to=meg@a.no')).toBe('Prøve på en utsendelse');
    expect(headingOf('--mailing=out/a', '--readdress')).toBe('Lag den til rettede adresser');
    const going = (argv: readonly string[]): PageRun => ({
      ...{
        id: 3,
        standard: 'nb',
        command: 'send',
        argv,
        from: '/nb/doing',
        lines: [],
        unkept: 0,
        isStopping: false,
      },
    });
    expect(runView(going(['--bounces=room/x']), shown({ isCurrent: true })).canStop).toBe(false);
    expect(runView(going(['--approve=abc']), shown({ isCurrent: true })).canStop).toBe(true);
  });

  it('offers to go on with a send that was stopped or broke off, and leads to its recipients', () => {
    const argv = ['--mailing=out/a', '--approve=abc', '--outbox=smtp', '--limit=30'];
    const numbers = { total: 30, failed: 0, unclear: 0, waiting: 0, pause: 0 };
    const send = {
      command: 'send',
      argv,
      from: '/nb/mailings/a',
      code: 1,
      progress: { ...numbers, gone: 12 },
    };
    const stopped = runView(run({ ...send, isStopping: true }), shown());
    expect(stopped.state).toBe('Avbrutt: 12 av 30');
    expect(stopped.mailing).toBe('/nb/mailings/a');
    // A test has no recipients.
    const test = { ...send, argv: ['--mailing=out/a', '--test-to=meg@a.no'] };
    expect(runView(run(test), shown()).mailing).toBeUndefined();
    const nn = runView(run({ ...send, isStopping: true }), { ...shown(), standard: 'nn' });
    expect([nn.mailing, nn.back]).toEqual(['/nn/mailings/a', '/nn/mailings/a']);
    expect(stopped.goOn?.flags).toEqual([
      ...[
        { name: 'mailing', value: 'out/a' },
        { name: 'approve', value: 'abc' },
      ],
      // Of a limit only what is left.
      ...[
        { name: 'outbox', value: 'smtp' },
        { name: 'limit', value: '18' },
      ],
    ]);
    expect(html(run({ ...send, isStopping: true }))).toContain('<button>Gå videre</button>');
    expect(runView(run({ ...send, code: 2 }), shown()).goOn).toBeDefined();
    // Of the limit nothing is left, and without it the send would go to all; those who were refused count.
    expect(
      runView(run({ ...send, isStopping: true, progress: { ...numbers, gone: 29, unclear: 1 } }), shown())
        .goOn,
    ).toBeUndefined();
    const some = { ...numbers, gone: 12, failed: 1 };
    expect(runView(run({ ...send, isStopping: true, progress: some }), shown()).goOn?.flags.at(-1)).toEqual({
      name: 'limit',
      value: '17',
    });
    // Nothing is left; it runs; it only looked.
    expect(
      runView(run({ ...send, progress: { ...numbers, gone: 29, failed: 1 } }), shown()).goOn,
    ).toBeUndefined();
    expect(runView(run({ ...send, code: 0 }), shown()).goOn).toBeUndefined();
    expect(runView(run(send), shown({ isCurrent: true })).goOn).toBeUndefined();
    expect(runView(run({ ...send, argv: ['--mailing=out/a'] }), shown()).goOn).toBeUndefined();
  });

  it('leads back to its form as it was filled in, but for files', () => {
    const argv = ['--meeting=A-2026-017', `--read=${join(disk.room, 'uploads', 'fil-x', 'opplastet.docx')}`];
    expect(runView(run({ command: 'minutes', argv }), shown()).change).toBe(
      '/nb/doing/minutes?meeting=A-2026-017&change=on',
    );
  });

  it('shows the address of a login while it waits', () => {
    const login = run({ command: 'login', lines: said('Open this:', 'https://accounts.google.com/o') });
    expect(runView(login, shown({ isCurrent: true })).address).toBe('https://accounts.google.com/o');
    expect(runView(login, shown()).address).toBeUndefined();
  });
});

describe('files that a person hands in', () => {
  it('are kept under the names that people know them by, and never as paths, hidden, or as a disk cannot have them', async () => {
    const long = `${'æ'.repeat(300)}.eml`;
    const given = [
      '../../etc/passwd',
      'Referat.DOCX',
      'C:\\a\\Retur fra Hol.eml',
      '.docx',
      '..',
      'con.eml',
      'tmp',
    ];
    const names = [...given, 'a\u202E<b>:\n.eml', 'referat.docx', 'REFERAT.docx', long];
    const folder = await storeUploads(
      disk.room,
      names.map((name) => new File(['æ'], name)),
    );
    expect(folder.startsWith(disk.room)).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(
      [
        ...[
          'passwd',
          'Referat.docx',
          'Retur fra Hol.eml',
          'opplastet.docx',
          'opplastet',
          'opplastet-con.eml',
        ],
        ...['opplastet-tmp', 'a-b-.eml', 'referat (2).docx', 'REFERAT (3).docx', `${'æ'.repeat(59)}….eml`],
      ].sort(),
    );
    expect(await readFile(join(folder, 'Referat.docx'), 'utf8')).toBe('æ');
  });
});

describe('a field for a file', () => {
  it('has none where a browser sends an empty one without a name, since none was chosen', () => {
    const form = new FormData();
    for (const name of ['', 'tom.eml']) form.append('mails', new File([], name));
    form.append('mails', 'a text');
    expect(filesIn(form, 'mails').map(({ name }) => name)).toEqual(['tom.eml']);
  });
});

describe('a form that is sent', () => {
  let started: RunRequest[];
  let isBusy: boolean;
  const ask = async (
    fields: readonly (readonly [string, string | File])[],
    seen?: PageRun,
  ): Promise<Response> => {
    const body = new FormData();
    for (const [name, value] of fields) body.append(name, value);
    const app = new Hono().post('/', (context) =>
      startAsked(context, 'nb', {
        disk,
        find: (name) => Promise.resolve(isCommand(name) ? commands[name].load() : undefined),
        runs: {
          find: (id: number) => (seen?.id === id ? seen : undefined),
          start: (request: RunRequest) => {
            if (isBusy) return { busy: run() };
            started.push(request);
            return { run: run() };
          },
        },
      }),
    );
    return app.request('/', { method: 'POST', body });
  };
  beforeEach(() => {
    started = [];
    isBusy = false;
  });

  it('starts the command, with a list as one flag', async () => {
    const answer = await ask([
      ...([
        ['command', 'agenda'],
        ['from', '/nb/doing/agenda'],
        ['flag.format', 'html'],
      ] as const),
      ...([
        ['flag.format', 'docx'],
        ['flag.meeting', ''],
        ['flag.number', 'on'],
      ] as const),
    ]);
    expect(answer.headers.get('Location')).toBe('/nb/run/3');
    expect(started).toEqual([
      {
        standard: 'nb',
        command: 'agenda',
        argv: ['--format=html,docx', '--number'],
        from: '/nb/doing/agenda',
      },
    ]);
  });

  it('looks first without what writes, and then writes the same', async () => {
    await ask([
      ['command', 'agenda'],
      ['look', 'on'],
      ['flag.quarter', '2026Q4'],
      ['flag.number', 'on'],
    ]);
    expect(started).toEqual([
      {
        standard: 'nb',
        command: 'agenda',
        argv: ['--quarter=2026Q4', `--out=${join(disk.room, 'looked-at')}`],
        whole: ['--quarter=2026Q4', '--number'],
        from: '/',
      },
    ]);
    await ask([['after', '3']], run({ command: 'agenda', whole: started[0]?.whole }));
    expect(started[1]).toMatchObject({ command: 'agenda', argv: ['--quarter=2026Q4', '--number'] });
    expect((await ask([['after', '4']], run())).status).toBe(404);
    // One that was no look has nothing that it left out.
    expect((await ask([['after', '3']], run())).status).toBe(404);
    expect(started).toHaveLength(2);
  });

  it('hands in a file by a path of the page, and refuses a file and an address at once', async () => {
    const file = new File(['x'], '../referat.docx');
    await ask([
      ['command', 'minutes'],
      ['file.read', file],
      ['flag.read', ''],
    ]);
    const [word = ''] = started[0]?.argv ?? [];
    expect(word.startsWith(`--read=${disk.room}`)).toBe(true);
    expect(basename(word)).toBe('referat.docx');
    const answer = await ask([
      ['command', 'minutes'],
      ['file.read', file],
      ['flag.read', 'https://x'],
    ]);
    expect(answer.headers.get('Location')).toBe(
      '/nb/doing/minutes?read=https%3A%2F%2Fx&fault=file-or-address',
    );
    expect(started).toHaveLength(1);
  });

  it('keeps nothing of a file where no command has taken it', async () => {
    const uploads = async (): Promise<number> =>
      existsSync(join(disk.room, 'uploads')) ? (await readdir(join(disk.room, 'uploads'))).length : 0;
    const fields = [
      ['command', 'minutes'],
      ['file.read', new File(['x'], 'referat.docx')],
    ] as const;
    await ask(fields);
    expect(await uploads()).toBe(1);
    isBusy = true;
    expect((await ask(fields)).headers.get('Location')).toBe('/nb/run/3?busy');
    await ask([...fields, ['flag.unknown', 'x']]);
    expect(await uploads()).toBe(1);
  });

  it('starts nothing for a flag or a command that is none', async () => {
    const answer = await ask([
      ['command', 'check'],
      ['flag.workbook', '/etc/passwd'],
    ]);
    expect(answer.headers.get('Location')).toContain('fault=unknown');
    expect((await ask([['command', 'nothing']])).status).toBe(404);
    expect(started).toEqual([]);
  });
});
