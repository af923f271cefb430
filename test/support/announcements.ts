/** Texts of webinars: those of the sample register, and those of a register with the rows that a test adds. */
import { loadTemplate } from '../../src/app/load-templates.ts';
import type { PaperName } from '../../src/app/papers.ts';
import type { NorwegianStandard } from '../../src/domain/written-standard.ts';
import { textView, type TextRequest } from '../../src/papers/announcement/text-view.ts';
import { announcementView, type AnnouncementView } from '../../src/papers/announcement/view.ts';
import { webinarsOf, type Webinar } from '../../src/papers/announcement/webinars.ts';
import { readRegister } from '../../src/register/read-register.ts';
import type { Register } from '../../src/register/register.ts';
import { createTemplates } from '../../src/render/templates.ts';
import { dateCell, nowAt, workbookOf, type RowInput, type TabsInput } from './build-workbook.ts';

export const now = nowAt('2026-11-23T12:00');

/** A webinar on 4 February 2027 with texts in both standards and two slots. */
export const webinarRow: RowInput = {
  ID: 'A-2027-001',
  Type: 'Webinar',
  Tittel: 'Webinar om tomme lokaler',
  Part: 'Felles',
  Status: 'Bekreftet',
  Start: dateCell('2027-02-04T10:00'),
  Slutt: '11:30',
  Påmelding: 'https://pamelding.example/w',
  Påmeldingsfrist: dateCell('2027-02-02'),
};

export const textRow = (number: number, standard: 'bokmål' | 'nynorsk', more: RowInput = {}): RowInput => ({
  ID: `B-2027-00${String(number)}`,
  Aktivitet: 'A-2027-001',
  Skriftspråk: standard,
  Tittel: standard === 'bokmål' ? 'Tomme lokaler – nytt liv' : 'Tomme lokale – nytt liv',
  'Godkjent av': 'Fagsjef',
  'Godkjent dato': dateCell('2026-11-20'),
  ...more,
});

export const slotRow = (number: number, start: string, more: RowInput = {}): RowInput => ({
  ID: `P-2027-00${String(number)}`,
  Aktivitet: 'A-2027-001',
  Start: start,
  Tittel: `Innslag ${String(number)}`,
  'Tittel nynorsk': `Innslag ${String(number)} på nynorsk`,
  Status: 'Bekreftet',
  ...more,
});

export const webinarTabs = {
  Aktiviteter: [webinarRow],
  Tekster: [textRow(1, 'bokmål'), textRow(2, 'nynorsk')],
  Program: [slotRow(1, '10:00'), slotRow(2, '10:30')],
  Oppsett: [{ Nøkkel: 'Avsender, e-post', Verdi: 'post@felles.example' }],
} satisfies TabsInput;

export const registerWith = (tabs: TabsInput): Register =>
  readRegister(workbookOf({ ...webinarTabs, ...tabs }), now).register;

/** The webinar of that ID. */
export function webinarIn(register: Register, id = 'A-2027-001'): Webinar {
  const found = webinarsOf(register).find((webinar) => webinar.id === id);
  if (found === undefined) throw new Error(`no webinar ${id}`);
  return found;
}

/** A view as the templates get it; every one must fit its schema. */
export function viewOf(register: Register, request: Partial<TextRequest> = {}, at = now): AnnouncementView {
  const { webinar = webinarIn(register), kind = 'announcement', standard = 'nb', ...more } = request;
  return announcementView.parse(textView(register, { webinar, kind, standard, ...more }, at));
}

/** Makes Markdown of views, with the real templates. */
export async function writerOf(
  paper: PaperName,
  standard: NorwegianStandard,
): Promise<(view: AnnouncementView) => string> {
  const { template, house } = await loadTemplate(paper, standard);
  return createTemplates(house).prepare(template);
}
