/** Reads the templates of a paper from the folder templates/, and holds them to the paper's view before use. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { hasCode } from '../../disk/has-code.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';
import { phrasesOf } from '../../language/phrases-of.ts';
import type { MailShell } from '../../render/mail/email.ts';
import type { HtmlShell } from '../../render/html/html.ts';
import { compiledTemplates } from './compiled-templates.ts';
import { paperHelpers } from '../../render/templates/paper-helpers.ts';
import { checkTemplate } from '../../render/templates/check.ts';
import {
  formatTemplateFault,
  isUnknown,
  type TemplateFault,
  type TemplateFile,
} from '../../render/templates/fault.ts';
import type { TemplateHouse } from '../../render/templates/templates.ts';

const folder = fileURLToPath(new URL('../../../templates/', import.meta.url));

/** A run reads some twenty small files and has nothing else to do meanwhile. Throws UserError for one that is missing. */
function read(file: string): TemplateFile {
  try {
    return { file: `templates/${file}`, text: readFileSync(`${folder}${file}`, 'utf8') };
  } catch (cause) {
    if (!hasCode(cause, 'ENOENT')) throw cause;
    throw new UserError(
      msg`The template templates/${file} is missing.`,
      msg`Put it back («git checkout -- templates/${file}»). Each template is there in bokmål (nb) and in nynorsk (nn).`,
      { cause },
    );
  }
}

export interface PaperTemplate {
  readonly template: TemplateFile;
  readonly house: TemplateHouse;
}

const endingOf = (standard: NorwegianStandard): string => `.${standard}.md.hbs`;

/** The file of a template in one written standard, as messages name it. */
export const templateFile = (name: string, standard: NorwegianStandard): string =>
  `templates/${name}${endingOf(standard)}`;

/** The partials and helpers of a written standard. */
export function loadHouse(standard: NorwegianStandard): Promise<TemplateHouse> {
  const partials = readdirSync(`${folder}partials`).filter((file) => file.endsWith(endingOf(standard)));
  return Promise.resolve({
    standard,
    helpers: paperHelpers(phrasesOf[standard]),
    partials: partials.sort().map((file) => read(`partials/${file}`)),
  });
}

/** A template by its name in one written standard, with the partials and helpers that it may call. */
export async function loadTemplate(
  name: string,
  standard: NorwegianStandard,
  house?: TemplateHouse,
): Promise<PaperTemplate> {
  return {
    template: read(`${name}${endingOf(standard)}`),
    house: house ?? (await loadHouse(standard)),
  };
}

/**
 * The state on the disk of everything that papers with these templates are written with, in one written standard. The same text as long
 * as nothing of it is saved.
 */
export function templatesState(names: readonly string[], standard: NorwegianStandard): string {
  const ending = endingOf(standard);
  const partials = readdirSync(`${folder}partials`).filter((file) => file.endsWith(ending));
  const files = [
    ...names.map((name) => `${name}${ending}`),
    ...partials.map((file) => `partials/${file}`),
    ...['page.html.hbs', 'styles.css'],
  ];
  return files
    .map((file) => {
      const stats = statSync(`${folder}${file}`, { throwIfNoEntry: false });
      return stats === undefined
        ? file
        : `${file} ${String(stats.mtimeMs)} ${String(stats.size)} ${String(stats.ino)}`;
    })
    .join('\n');
}

/** Throws UserError, naming file, line and field, when a template asks for what its view does not have. */
export function requireSound(view: z.ZodType, { template, house }: PaperTemplate): void {
  const faults = checkTemplate(template, view, house);
  if (faults.length === 0) return;
  throw new UserError(
    headOf(template.file, faults),
    faults.map((fault) => formatTemplateFault(fault)).join('\n  '),
  );
}

function headOf(file: string, faults: readonly TemplateFault[]): string {
  if (faults.some(({ code }) => code === 'two-versions'))
    return msg`In the template ${file} an update and an edit have met.`;
  return faults.every(isUnknown)
    ? msg`The template ${file} asks for what is not there.`
    : msg`The template ${file} cannot be used as it is.`;
}

function loadPage(page: string, styles: string): Promise<HtmlShell & MailShell> {
  const template = read(page);
  const css = readFileSync(`${folder}${styles}`, 'utf8');
  const alone = { helpers: [], partials: [] };
  return Promise.resolve({
    page: compiledTemplates(template, alone, () => undefined).template,
    styles: css,
  });
}

/** The page round every HTML paper, with its styles. */
export const loadShell = (): Promise<HtmlShell> => loadPage('page.html.hbs', 'styles.css');

/** The page round every mail, with its styles. */
export const loadMailShell = (): Promise<MailShell> => loadPage('mail.html.hbs', 'mail.css');
