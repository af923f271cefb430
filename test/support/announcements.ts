/** Texts of webinars: those of the sample register, and those of a register with the rows that a test adds. */
import { loadTemplate } from '../../src/app/papers/load-templates.ts';
import type { AnnouncementTemplate } from '../../src/app/papers/announcement-templates.ts';
import type { NorwegianStandard } from '../../src/domain/written-standard.ts';
import { textView, type TextRequest } from '../../src/papers/announcement/text-view.ts';
import { announcementView, type AnnouncementView } from '../../src/papers/announcement/view.ts';
import type { Register } from '../../src/register/register.ts';
import { createTemplates } from '../../src/render/templates/templates.ts';
import { dateCell, type RowInput, type TabsInput } from './build-workbook.ts';
import * as webinars from './webinars.ts';

const id = 'A-2027-001';

/** A webinar on 4 February 2027. */
export const webinarRow: RowInput = webinars.webinarRow(id, '2027-02-04T10:00', {
  Tittel: 'Webinar om tomme lokaler',
  Påmelding: 'https://pamelding.example/w',
  Påmeldingsfrist: dateCell('2027-02-02'),
});

/** Its text in a written standard. */
export const textRow = (number: number, standard: 'bokmål' | 'nynorsk', more: RowInput = {}): RowInput =>
  webinars.textRow(number, id, standard, {
    Tittel: standard === 'bokmål' ? 'Tomme lokaler – nytt liv' : 'Tomme lokale – nytt liv',
    Brødtekst: null,
    ...more,
  });

/** A slot of its programme. */
export const slotRow = (number: number, start: string, more: RowInput = {}): RowInput => ({
  ID: `P-2027-00${String(number)}`,
  Aktivitet: id,
  Start: start,
  Tittel: `Innslag ${String(number)}`,
  'Tittel nynorsk': `Innslag ${String(number)} på nynorsk`,
  Status: 'Bekreftet',
  ...more,
});

/** The webinar with texts in both standards, two slots, and an address for answers. */
export const webinarTabs = {
  Aktiviteter: [webinarRow],
  Tekster: [textRow(1, 'bokmål'), textRow(2, 'nynorsk')],
  Program: [slotRow(1, '10:00'), slotRow(2, '10:30')],
  Oppsett: [webinars.settingRow('Avsender, e-post', 'post@felles.example')],
} satisfies TabsInput;

/** A register with these tabs in place of those of the webinar. */
export const registerWith = (tabs: TabsInput): Register => webinars.registerWith({ ...webinarTabs, ...tabs });

/** The webinar in a register. */
export const webinarIn = (register: Register): ReturnType<typeof webinars.webinarIn> =>
  webinars.webinarIn(register, id);

/** A view as the templates get it; every one must fit its schema. */
export function viewOf(
  register: Register,
  request: Partial<TextRequest> = {},
  at = webinars.now,
): AnnouncementView {
  const { webinar = webinarIn(register), kind = 'announcement', standard = 'nb', ...more } = request;
  return announcementView.parse(textView(register, { webinar, kind, standard, ...more }, at));
}

/** Makes Markdown of views, with the real templates. */
export async function writerOf(
  paper: AnnouncementTemplate,
  standard: NorwegianStandard,
): Promise<(view: AnnouncementView) => string> {
  const { template, house } = await loadTemplate(paper, standard);
  return createTemplates(house).prepare(template);
}
