import { describe, expect, it } from 'vitest';
import { wordNotes } from '../../../src/language/due/note-words.ts';
import { mailingId, type MailingKind } from '../../../src/domain/mailing-kind.ts';
import { returnReasons } from '../../../src/domain/return-reason.ts';
import { addressed } from '../../../src/papers/announcement/addressed.ts';
import { saidFacts } from '../../../src/papers/announcement/said.ts';
import { mailingEntries } from '../../../src/papers/due/mailings.ts';
import { webinarEntries } from '../../../src/papers/due/webinars.ts';
import { statementCells, statementHeadings } from '../../../src/register/statement-rows.ts';
import type { Register } from '../../../src/register/register.ts';
import { nowAt, type RowInput } from '../../support/build-workbook.ts';
import {
  eventRow,
  here,
  lookAt,
  recipientRow,
  registerWith,
  textRow,
  webinarIn,
  webinarRow,
} from '../../support/webinars.ts';

const id = 'A-2026-031';
const now = nowAt('2026-11-23T12:00');
const post = (number: string): string => `post@nr${number}.example`;

/** A workbook with one webinar and three recipients. Tests change its rows as people do. */
class Campaign {
  webinar: RowInput = webinarRow(id, '2026-12-15T10:00');
  readonly recipients = new Map<string, RowInput>();
  ledger: RowInput[] = [];
  readonly record: RowInput[] = [];

  constructor() {
    for (const number of ['4602', '4611', '4613'])
      this.recipients.set(number, recipientRow(number, { 'E-post': post(number) }));
  }

  get register(): Register {
    return registerWith({
      Aktiviteter: [this.webinar],
      Tekster: [textRow(1, id, 'bokmål'), textRow(2, id, 'nynorsk')],
      Mottakere: [...this.recipients.values()],
      Utsendelser: this.ledger,
      Formidlet: this.record,
    });
  }

  /** The list, as lines of state, name and holders. */
  get list(): readonly string[] {
    const request = { register: this.register, now, ...here() };
    return webinarEntries(request).map(
      ({ state, name, holders = 0 }) => `${state} ${name}: ${String(holders)}`,
    );
  }

  edit(number: string, cells: RowInput): void {
    this.recipients.set(number, { ...this.recipients.get(number), ...cells });
  }

  /** The mailings that the list says not all have got. */
  get unfinished(): readonly (string | undefined)[] {
    const entries = mailingEntries({ register: this.register, now, ...here() });
    return entries.filter(({ matter }) => matter === 'unfinished').map(({ notes }) => wordNotes(notes, 'en'));
  }

  /** Something that came back from 4602. */
  receive(event: string, mailing = 'announcement.r1'): void {
    const more = { 'tid UTC': '2026-11-19T09:00:00Z', forsøk: 1, feil: returnReasons.noAddress };
    this.ledger.push(eventRow(`${id}.${mailing}`, post('4602'), event, more));
  }

  /** Makes a mailing as «announce» does, and lets it have been sent. Returns who got it. */
  send(kind: MailingKind): readonly string[] {
    const { register } = this;
    const webinar = webinarIn(register, id);
    const what = mailingId({ activity: id, kind, offsetDays: undefined, revision: this.record.length + 1 });
    const { audience } = addressed(lookAt(register, now), {
      ...{ webinar, name: { activity: id, kind, offsetDays: undefined }, isAllowed: () => false },
      ...{ target: undefined, standardDefault: undefined, includeHidden: false },
    });
    const time = `2026-11-20T09:0${String(this.record.length)}:00Z`;
    const facts = saidFacts(register, { webinar, kind, standards: ['nb', 'nn'] }, now);
    const count = audience.chosen.length;
    const cells = statementCells({ kind, about: id, what, saidAt: time, count, facts }, statementHeadings);
    this.record.push(cells);
    for (const { address } of audience.chosen)
      this.ledger.push(eventRow(what, address, 'sendt', { 'tid UTC': time, forsøk: 1 }));
    return audience.chosen.map(({ address }) => address);
  }
}

describe('what the list asks for about a webinar', () => {
  it('is done once it is sent where people have written a dash in a cell', () => {
    const campaign = new Campaign();
    campaign.webinar = { ...campaign.webinar, Sted: '–' };
    campaign.send('announcement');
    expect(campaign.list).toEqual([]);
  });

  it('names a mailing of another machine of which the ledger has too few rows', () => {
    const campaign = new Campaign();
    campaign.send('announcement');
    expect(campaign.unfinished).toEqual([]);
    campaign.ledger = campaign.ledger.slice(1);
    expect(campaign.unfinished).toEqual([
      expect.stringContaining('1 of 3 have not got it according to Utsendelser'),
    ]);
  });

  it.each<readonly [string, (campaign: Campaign) => void]>([
    [
      'is reserved since',
      (campaign) => {
        campaign.edit('4602', { Reservert: 'ja' });
      },
    ],
    [
      'has unsubscribed',
      (campaign) => {
        campaign.receive('avmeldt');
      },
    ],
    [
      'has a dead address',
      (campaign) => {
        campaign.receive('sendt', 'announcement.r2');
        campaign.receive('i retur', 'announcement.r2');
      },
    ],
  ])('names one who %s apart: no mailing reaches them', (_, happen) => {
    const campaign = new Campaign();
    campaign.send('announcement');
    happen(campaign);
    campaign.webinar = { ...campaign.webinar, Sted: 'Kulturhuset' };
    expect(campaign.list).toEqual([`outdated ${id} correction: 2`, `lapsed ${id} correction unreachable: 1`]);
    expect(campaign.send('correction')).toHaveLength(2);
    expect(campaign.list).toEqual([`lapsed ${id} correction unreachable: 1`]);
  });
});
