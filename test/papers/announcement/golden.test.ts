import { keysOf } from '../../../src/app/mailings/keys.ts';
import { describe, expect, it } from 'vitest';
import type { AnnouncementTemplate } from '../../../src/app/papers/announcement-templates.ts';
import { mailingKinds, type MailingKind } from '../../../src/domain/mailing-kind.ts';
import { norwegianStandards } from '../../../src/domain/written-standard.ts';
import type { TextRequest } from '../../../src/papers/announcement/text-view.ts';
import { webinarsOf } from '../../../src/papers/announcement/webinars.ts';
import { readRegister } from '../../../src/register/read-register.ts';
import { sampleContent } from '../../../src/register/sample/sample-content.ts';
import { planSetup } from '../../../src/register/setup.ts';
import { renderHtmlFragment } from '../../../src/render/html/html.ts';
import type { PaperDocument } from '../../../src/render/document/document.ts';
import { parseMarkdown } from '../../../src/render/markdown/markdown.ts';
import { renderPost } from '../../../src/render/text/post.ts';
import { renderText } from '../../../src/render/text/text.ts';
import { dayAt } from '../../sample/days.ts';
import { workbookFrom } from '../../sample/workbook-from.ts';
import { viewOf, writerOf } from '../../support/announcements.ts';
import { nowAt } from '../../support/build-workbook.ts';

const folder = '../../golden/announcement';
const made = nowAt('2026-11-23T12:00');
const workbook = workbookFrom(
  planSetup(undefined, { ...sampleContent(dayAt('2026-11-23'), keysOf('file')), recipients: [] }),
);
const { register } = readRegister(workbook, made);

const webinars = webinarsOf(register);
const on = (day: string): TextRequest['webinar'] => {
  const found = webinars.find(({ start }) => start.first === day);
  if (found === undefined) throw new Error(`no webinar on ${day}`);
  return found;
};

const next = on('2027-02-04');
const questionHour = on('2026-12-15');

/** Each kind with the webinar of the sample that it is about, and when it is made. */
const texts: Readonly<Record<MailingKind, readonly [Omit<TextRequest, 'kind' | 'standard'>, string]>> = {
  announcement: [{ webinar: next }, '2027-01-07T09:00'],
  reminder: [{ webinar: questionHour }, '2026-12-08T09:00'],
  followup: [{ webinar: on('2026-11-19') }, '2026-11-23T09:00'],
  moved: [
    {
      webinar: questionHour,
      previous: { start: nowAt('2026-12-10T12:00'), end: nowAt('2026-12-10T13:00') },
    },
    '2026-11-25T09:00',
  ],
  cancelled: [{ webinar: next }, '2027-01-20T09:00'],
  correction: [
    {
      webinar: questionHour,
      correction: { day: dayAt('2026-11-23'), wrong: '', right: '' },
    },
    '2026-11-25T09:00',
  ],
};

/** What those who are told of the new time read before. */
const moved = {
  nb: { is: 'tirsdag 15. desember 2026 kl. 10.00–11.00', was: 'torsdag 10. desember 2026 kl. 12.00–13.00' },
  nn: { is: 'tysdag 15. desember 2026 kl. 10.00–11.00', was: 'torsdag 10. desember 2026 kl. 12.00–13.00' },
} as const;

/** What the operator says was wrong, and what is right. */
const said = {
  nb: { wrong: 'Alle må melde seg på.', right: 'Den som har meldt seg på serien, er påmeldt.' },
  nn: { wrong: 'Alle må melde seg på.', right: 'Den som har meldt seg på serien, er påmeld.' },
} as const;

/** The most words that a mail of the sample may have, besides its facts and the small lines: who sends it, and personal data. */
const mostWords: Readonly<Record<MailingKind, number>> = {
  ...{ announcement: 160, reminder: 70, followup: 70, moved: 45, cancelled: 45, correction: 55 },
};

const wordsOf = (paper: PaperDocument): number => {
  const blocks = paper.blocks.filter(({ kind }) => kind !== 'facts' && kind !== 'byline' && kind !== 'rule');
  return renderText({ ...paper, blocks })
    .split(/\s+/u)
    .filter((word) => /[\p{L}\d]/u.test(word)).length;
};

/** To be read aloud when they change: `npx vitest run --project unit test/papers/announcement/golden.test.ts -u`. */
describe.each(norwegianStandards)('the texts of the sample in %s read as they should', (standard) => {
  const written = async (kind: MailingKind, paper: AnnouncementTemplate): Promise<string> => {
    const [request, at] = texts[kind];
    const write = await writerOf(paper, standard);
    const changed = kind === 'moved' ? { time: moved[standard] } : {};
    const correction =
      request.correction === undefined ? undefined : { ...request.correction, ...said[standard] };
    return write(viewOf(register, { ...request, correction, changed, kind, standard }, nowAt(at)));
  };

  it.each(mailingKinds)('%s', async (kind) => {
    const markdown = await written(kind, kind);
    const paper = parseMarkdown(markdown);
    expect(wordsOf(paper)).toBeLessThanOrEqual(mostWords[kind]);
    await expect(markdown).toMatchFileSnapshot(`${folder}/${kind}.${standard}.md`);
    await expect(renderHtmlFragment(paper)).toMatchFileSnapshot(`${folder}/${kind}.${standard}.html`);
    await expect(renderText(paper, 72)).toMatchFileSnapshot(`${folder}/${kind}.${standard}.txt`);
    const subject = parseMarkdown(await written(kind, `${kind}-subject`));
    await expect(renderText(subject, 200)).toMatchFileSnapshot(`${folder}/${kind}-subject.${standard}.txt`);
  });

  it('the web text of the announcement', async () => {
    const markdown = await written('announcement', 'announcement-web');
    const html = renderHtmlFragment(parseMarkdown(markdown));
    await expect(markdown).toMatchFileSnapshot(`${folder}/announcement-web.${standard}.md`);
    await expect(html).toMatchFileSnapshot(`${folder}/announcement-web.${standard}.html`);
  });

  it('the post of the announcement', async () => {
    const post = renderPost(parseMarkdown(await written('announcement', 'announcement-post')));
    await expect(`${post}\n`).toMatchFileSnapshot(`${folder}/announcement-post.${standard}.txt`);
  });
});
