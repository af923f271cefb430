/** What a paper is made of and how it is looked at, as a form and as links. */
import { z } from 'zod';
import type { NorwegianStandard } from '../../../domain/written-standard.ts';
import { papersWords } from '../../../language/page/papers-words.ts';
import { paperAddress, views, type PaperAsked } from './asked.ts';
import { schemes, widths, type Look } from './look.ts';

const field = z.object({
  id: z.string(),
  flag: z.string(),
  label: z.string(),
  kind: z.object({ isList: z.boolean(), isSwitch: z.boolean(), isText: z.boolean() }),
  value: z.string(),
  /** What is asked for is none of the options, and the paper cannot be made. */
  notThere: z.string().optional(),
  options: z.array(z.object({ value: z.string(), text: z.string(), isChosen: z.boolean() })),
});

export const formSchema = z.object({
  action: z.string(),
  fields: z.array(field),
  kept: z.array(z.object({ name: z.string(), value: z.string() })),
});

const choice = z.object({ href: z.string(), text: z.string(), isHere: z.boolean() });

export const looksSchema = z.array(z.object({ label: z.string(), links: z.array(choice) }));

export function formOf(
  standard: NorwegianStandard,
  { name, fields, flags, paper, view, look }: PaperAsked,
  isFaulty: boolean,
): z.infer<typeof formSchema> {
  const words = papersWords[standard];
  return {
    action: `/${standard}/papers/${name}`,
    fields: fields.map(({ flag, choice: chosen, isNeeded, options }) => {
      const given = flags[flag];
      const value = given === true ? 'on' : (given ?? '');
      const isSwitch = paper.options[flag]?.type === 'boolean';
      const isList = options.length > 0;
      const isOther = isList && value !== '' && options.every((one) => one.value !== value);
      const all = [
        ...(isNeeded ? [] : [{ value: '', text: words.usual[chosen] ?? '' }]),
        ...options,
        ...(isOther ? [{ value, text: value }] : []),
      ];
      return {
        ...{ id: `field-${flag}`, flag, label: words.fields[chosen], value },
        kind: { isList, isSwitch, isText: !isList && !isSwitch },
        ...(isOther && isFaulty ? { notThere: words.notThere(value) } : {}),
        options: all.map((one) => ({ ...one, isChosen: one.value === value })),
      };
    }),
    kept: Object.entries({ view, ...look }).map(([key, value]) => ({ name: key, value })),
  };
}

export function looksOf(standard: NorwegianStandard, asked: PaperAsked): z.infer<typeof looksSchema> {
  const words = papersWords[standard];
  const to = (other: Partial<Pick<PaperAsked, 'view'>>, look: Partial<Look>): string =>
    paperAddress(standard, { ...asked, ...other, look: { ...asked.look, ...look } });
  return [
    {
      label: words.standard,
      links: views.map((view) => ({
        ...{ href: to({ view }, {}), text: words.standards[view], isHere: view === asked.view },
      })),
    },
    {
      label: words.width,
      // What comes without pages is not printed.
      links: widths
        .filter((width) => width !== 'print' || asked.paper.formats.includes('html'))
        .map((width) => ({
          ...{ href: to({}, { width }), text: words.widths[width], isHere: width === asked.look.width },
        })),
    },
    {
      label: words.scheme,
      links: schemes.map((scheme) => ({
        ...{ href: to({}, { scheme }), text: words.schemes[scheme], isHere: scheme === asked.look.scheme },
      })),
    },
  ];
}
