import type { Browser } from 'puppeteer-core';
import { pathToFileURL } from 'node:url';
import { mustRun } from './tools.ts';

/** A paper in print. */
export interface Printed {
  readonly text: string;
  readonly pages: number;
}

/** What stands in a PDF file, with a form feed after each page. */
export async function readPdf(pdf: string): Promise<Printed> {
  const text = await mustRun('pdftotext', ['-layout', pdf, '-']);
  return { text, pages: text.split('\f').length - 1 };
}

/** An HTML file as a browser prints it. The PDF is left beside it. */
export async function printPage(browser: Browser, html: string): Promise<Printed> {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(html).href, { waitUntil: 'load' });
    const pdf = `${html}.pdf`;
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    return await readPdf(pdf);
  } finally {
    await page.close();
  }
}

/** Text as it is compared across formats: white space and line breaks are the printer's business, hyphens too. */
export function squeezed(text: string): string {
  return text
    .replace(/[\u00AD\u2010]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The numbers of the page at its foot, with or without the title. */
const FOOT = /\s*\n[^\n]*(?:\d+ ?\/ ?\d+|Side \d+ av \d+)\s*$/u;

/** The headings that are the last words of a printed page, below which nothing of theirs stands. */
export function strandedHeadings({ text }: Printed, headings: readonly string[]): readonly string[] {
  const pages = text.split('\f').map((page) => squeezed(page.replace(FOOT, '')));
  return headings.filter((heading) => pages.some((page) => page.endsWith(squeezed(heading))));
}
