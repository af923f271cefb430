/** The words of the workbook's front page, `Les meg`, which has both written standards beside each other. */
import type { HighlightLook } from '../domain/looks.ts';
import type { NorwegianStandard } from '../domain/written-standard.ts';

export type FrontTask = 'case' | 'activity' | 'action' | 'text' | 'dialogue';
export type FrontFigure = 'meeting' | 'actions' | 'texts' | 'errors' | 'warnings' | 'read';

export interface FrontPageWords {
  readonly title: string;
  readonly about: string;
  readonly tasks: { readonly heading: string } & Readonly<Record<FrontTask, string>>;
  readonly now: { readonly heading: string } & Readonly<Record<FrontFigure, string>>;
  readonly colours: { readonly heading: string } & Readonly<Record<HighlightLook, string>>;
  readonly who: { readonly heading: string; readonly lines: readonly string[] };
}

export const frontPageWords: Readonly<Record<NorwegianStandard, FrontPageWords>> = {
  nb: {
    title: 'Les meg',
    about:
      'Her fører Bylivsenteret og Distriktssenteret det de gjør sammen. Programmet Felles lager sakslister, kunngjøringer og rapporter av det.',
    tasks: {
      heading: 'Klikk på det du vil gjøre',
      case: 'Melde en sak til neste møte',
      activity: 'Legge inn en aktivitet',
      action: 'Føre et tiltak som utført',
      text: 'Godkjenne en tekst',
      dialogue: 'Føre en samtale med en fylkeskommune',
    },
    now: {
      heading: 'Nå',
      meeting: 'Neste kvartalsmøte',
      actions: 'Tiltak over fristen',
      texts: 'Tekster uten godkjenning',
      errors: 'Feil i Kontroll',
      warnings: 'Advarsler i Kontroll',
      read: 'Sist lest av Felles',
    },
    colours: {
      heading: 'Dette betyr fargene',
      missing: 'Må fylles ut',
      wrong: 'Kan ikke stemme',
      late: 'Fristen er passert eller nær',
      unsettled: 'Må avklares',
      listed: 'Står i Kontroll, med råd om hva du gjør',
    },
    who: {
      heading: 'Hvem fyller ut hva',
      lines: [
        'Alle: Aktiviteter, Tekster, Saker, Tiltak, Behandling, Program, Forbilder, Dialog, Datoforslag',
        'Den som driver Felles: Kontakter, Mottakere, Oppsett',
        'Bare Felles: Kontroll, Formidlet, Utsendelser',
        'Skriv på første ledige rad, og la ID stå tom.',
      ],
    },
  },
  nn: {
    title: 'Les meg',
    about:
      'Her fører Bylivsenteret og Distriktssenteret det dei gjer saman. Programmet Felles lagar sakslister, kunngjeringar og rapportar av det.',
    tasks: {
      heading: 'Klikk på det du vil gjere',
      case: 'Melde ei sak til neste møte',
      activity: 'Leggje inn ein aktivitet',
      action: 'Føre eit tiltak som utført',
      text: 'Godkjenne ein tekst',
      dialogue: 'Føre ein samtale med ein fylkeskommune',
    },
    now: {
      heading: 'No',
      meeting: 'Neste kvartalsmøte',
      actions: 'Tiltak over fristen',
      texts: 'Tekstar utan godkjenning',
      errors: 'Feil i Kontroll',
      warnings: 'Åtvaringar i Kontroll',
      read: 'Sist lese av Felles',
    },
    colours: {
      heading: 'Dette tyder fargane',
      missing: 'Må fyllast ut',
      wrong: 'Kan ikkje stemme',
      late: 'Fristen er passert eller nær',
      unsettled: 'Må avklarast',
      listed: 'Står i Kontroll, med råd om kva du gjer',
    },
    who: {
      heading: 'Kven fyller ut kva',
      lines: [
        'Alle: Aktiviteter, Tekster, Saker, Tiltak, Behandling, Program, Forbilder, Dialog, Datoforslag',
        'Den som driv Felles: Kontakter, Mottakere, Oppsett',
        'Berre Felles: Kontroll, Formidlet, Utsendelser',
        'Skriv på første ledige rad, og la ID stå tom.',
      ],
    },
  },
};
