import { describe, expect, it } from 'vitest';
import { readReturnedMail, type ReturnedMail } from '../../../src/delivery/bounces/returned-mail.ts';
import { letter, ourKey } from '../../support/returned-mail.ts';

const contentOf = async (
  headers: Readonly<Record<string, string>>,
  text: string,
  type?: string,
): Promise<ReturnedMail['content']> => {
  const [mail] = await readReturnedMail(Buffer.from(letter(headers, text, type)));
  if (mail === undefined) throw new Error('no message');
  return mail.content;
};
const footer =
  '\n\n> **Vil du ikke ha flere slike e-poster?** Svar med ordet «Avmelding», eller skriv til oss.\n> Hei';

describe('whoever asks to be left out', () => {
  it.each([
    ['Avmelding', '', ''],
    ['AVMELDING!', '', ''],
    ['Avmelding', 'Avmelding', ''],
    ['Avmelding', 'Hei!\n\nMvh\nKari Nordmann\nRådgiver, Sauda kommune', ''],
    ['SV: Webinar', 'Avmelding', footer],
    ['SV: Webinar', 'Hei,\n\nAvmelding\n\nMvh', footer],
    ['SV: Webinar', '«Avmelding»', ''],
    ['SV: Webinar', '*Avmelding*.', ''],
    ['SV: Webinar', 'Avmelding, takk', ''],
    ['SV: Webinar', 'Avmelding takk!\n\nMed vennlig hilsen\nKari', ''],
    ['Re: Webinar', 'Hei\nVi ønsker å melde oss av.', ''],
    ['Sv: Webinar', 'Ver venleg og meld oss av', ''],
    ['SV: Webinar', 'Meld oss av lista', ''],
    ['SV: Webinar', 'Meld av\n\nSendt fra min iPhone', ''],
    ['Unsubscribe', '', ''],
    ['Re: Webinar', 'Please unsubscribe us', ''],
    ['SV: Webinar', 'STOPP', '\n\nFra: Felles <samarbeid@felles.example>\nSendt: tirsdag\nHei'],
    [
      'SV: Webinar',
      'Avmelding',
      '\n\nDen tir. 24. nov. 2026 kl. 10:35 skrev Felles <samarbeid@felles.example>:\n',
    ],
  ])('says so: %s, %j', async (subject, text, rest) => {
    expect(await contentOf({ Subject: subject }, `${text}${rest}`)).toMatchObject({
      is: 'request',
      by: 'word',
      isCertain: true,
    });
  });

  it('says so in HTML alone, whatever is quoted below it', async () => {
    const html =
      '<html><head><style>p { x: y }</style></head><body><p>Hei,</p><p><b>Avmelding</b></p><div>Mvh</div>' +
      '<blockquote>Svar med ordet Avmelding</blockquote></body></html>';
    expect(await contentOf({}, html, 'text/html')).toMatchObject({ is: 'request', isCertain: true });
    const thanks = '<p>Takk for webinaret!</p><hr><p>Svar med ordet &laquo;Avmelding&raquo;</p>';
    expect(await contentOf({}, thanks, 'text/html')).toEqual({ is: 'other' });
  });

  it('by the button of the mail program says so with the key', async () => {
    const content = await contentOf({ Subject: `Avmelding ${ourKey}` }, 'Kari Nordmann\nRådgiver');
    expect(content).toEqual({ is: 'request', by: 'key', isCertain: true });
    // As Apple Mail does it; mailings of before had no key.
    const apple = { 'Auto-Submitted': 'auto-replied', 'X-Apple-Unsubscribe': 'true' };
    const text = 'Apple Mail sent this email to unsubscribe from the message “Webinar”.';
    expect(await contentOf({ ...apple, Subject: `Avmelding ${ourKey}` }, text)).toEqual(content);
    expect(await contentOf({ ...apple, Subject: 'Avmelding' }, text)).toMatchObject({
      by: 'word',
      isCertain: true,
    });
  });

  it.each([
    ['SV: Avmelding', 'Se under.'],
    ['Avmelding?', 'Hva betyr det?'],
    ['Avmelding', 'Kari kan ikke komme på webinaret 12. januar likevel.'],
    ['SV: Webinar', 'Hvordan virker avmelding?'],
    ['SV: Webinar', 'Vi vil ikke ha flere slike e-poster.'],
    ['SV: Webinar', 'Avmelding\nMen send gjerne til Ola i stedet.'],
    ['SV: Webinar', 'Kan de slutte å sende til oss? Fjern oss frå lista.'],
    ['VS: Avmelding', ''],
  ])('perhaps is for a person: %s, %j', async (subject, text) => {
    const content = await contentOf({ Subject: subject }, text);
    expect(content).toMatchObject({ is: 'request', isCertain: false });
  });

  it.each([
    ['a word in what is quoted', {}, `Takk, vi kommer!${footer}`],
    ['a stop on the way', {}, 'Bussen stopper ved rådhuset.'],
    [
      'our own words, where no program has marked them as quoted',
      {},
      'Takk!\n\nVil du ikke ha flere slike e-poster? Svar med ordet\n«Avmelding», eller skriv til oss.',
    ],
    ['nothing', {}, ''],
  ])('is not by %s', async (_, headers, text) => {
    expect(await contentOf(headers, text)).toEqual({ is: 'other' });
  });

  it.each([
    ['Auto-Submitted', { 'Auto-Submitted': 'auto-replied' }],
    ['X-Autoreply', { 'X-Autoreply': 'yes' }],
    ['Precedence', { Precedence: 'bulk' }],
    ['its subject', { Subject: 'Automatisk svar: Webinar' }],
    ['its subject in nynorsk', { Subject: 'Fråværsmelding: Webinar' }],
    ['its empty return path', { 'Return-Path': '<>' }],
  ])('is none by itself where a program answers, known by %s', async (_, headers) => {
    expect(await contentOf(headers, 'Avmelding\nTrykk her.')).toMatchObject({
      isCertain: false,
      doubt: 'automatic',
    });
    expect(await contentOf(headers, 'Jeg er tilbake mandag.')).toEqual({ is: 'automatic' });
  });

  it.each([
    ['mx.x.no; spf=pass; dkim=pass; dmarc=fail', 'forged'],
    ['mx.x.no; spf=fail smtp.mailfrom=x.no', 'forged'],
    ['mx.x.no; spf=softfail; dkim=pass', undefined],
    ['mx.x.no; spf=pass; dmarc=pass', undefined],
  ])('with %s', async (results, doubt) => {
    const content = await contentOf({ 'Authentication-Results': results, Subject: 'Avmelding' }, '');
    expect(content).toEqual({ is: 'request', by: 'word', isCertain: doubt === undefined, doubt });
  });
});
