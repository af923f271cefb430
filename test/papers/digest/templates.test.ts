import { describe, expect, it } from 'vitest';
import { paperWriter } from '../../../src/app/papers/paper-writer.ts';
import { norwegianStandards } from '../../../src/domain/written-standard.ts';
import {
  digestView,
  stateNews,
  type DigestChange,
  type DigestView,
} from '../../../src/papers/digest/view.ts';
import { renderText } from '../../../src/render/text/text.ts';

const when = { precision: 'day', first: '2026-12-10', last: '2026-12-11' } as const;
const hour = { ...when, precision: 'time', last: '2026-12-10', start: '2026-12-10T10:00' } as const;
const until = { ...hour, end: '2026-12-10T11:30' } as const;

/** Something was, is, or is another. */
const ofText = (fact: 'title' | 'place', was: string, is: string): readonly DigestChange[] => [
  { fact, is },
  { fact, was },
  { fact, was, is },
];
const ofLink = (fact: 'link' | 'registration' | 'recording' | 'slides'): readonly DigestChange[] => [
  { fact, is: 'https://ny.example/' },
  { fact, was: 'https://gammel.example/' },
  { fact, was: 'https://gammel.example/', is: 'https://ny.example/' },
];

/** Every fact: does not compile until it has them all. */
const changes: Readonly<Record<DigestChange['fact'], readonly DigestChange[]>> = {
  state: stateNews.flatMap((news) => [
    { fact: 'state', news },
    { fact: 'state', news, when: until, place: 'Bodø' },
  ]),
  time: [
    { fact: 'time', was: hour, is: { ...hour, start: '2026-12-10T12:00' } },
    { fact: 'time', was: { precision: 'month', first: '2026-12-01', last: '2026-12-31' }, is: when },
    { fact: 'time', is: until },
    { fact: 'time', was: when },
    { fact: 'time' },
  ],
  title: ofText('title', 'Gammelt navn', 'Nytt navn'),
  place: ofText('place', 'Bodø', 'Vadsø'),
  link: ofLink('link'),
  registration: ofLink('registration'),
  recording: ofLink('recording'),
  slides: ofLink('slides'),
  deadline: [
    { fact: 'deadline', is: '2026-12-08' },
    { fact: 'deadline', was: '2026-12-01' },
    { fact: 'deadline', was: '2026-12-01', is: '2026-12-08' },
  ],
  description: [true, false].flatMap((isAgreement): readonly DigestChange[] => [
    { fact: 'description', isAgreement, is: 'Vi møtes i mars.' },
    { fact: 'description', isAgreement, was: 'Vi møtes i mai.' },
    { fact: 'description', isAgreement, was: 'Vi møtes i mai.', is: 'Vi møtes i mars.' },
  ]),
};
const all = Object.values(changes).flat();

const milestone = { id: 'A-2026-902', title: 'Ny', isJoint: false, changes: [] };

const view: DigestView = digestView.parse({
  ...{ asOf: '2026-11-23', to: 'distriktssenteret', from: 'bylivsenteret', since: '2026-11-01' },
  ...{ total: all.length + 7, fresh: 5, changed: all.length + 2 },
  lead: { title: 'Sak 1', news: 'told', others: all.length + 6 },
  parts: [
    {
      kind: 'changed',
      entries: [
        ...all.map((change, index) => ({
          id: `A-2026-${String(100 + index)}`,
          title: `Sak ${String(index + 1)}`,
          isJoint: index % 2 === 1,
          changes: [change],
        })),
        {
          ...{ id: 'A-2026-901', title: 'Flere endringer', isJoint: false },
          changes: [changes.title[2], changes.time[0], changes.place[0], changes.link[0]],
        },
      ].map((item) => ({ name: item.title, items: [item] })),
    },
    {
      kind: 'coming',
      entries: [
        {
          ...{ name: 'Konferansen', when },
          items: [
            { ...milestone, label: 'endelig program', when, fresh: { state: 'coming', when } },
            {
              ...{ ...milestone, label: 'Konferansen 2027: Nær', when: until },
              fresh: { state: 'coming', when: until, place: 'Bodø', registration: 'https://p.example/' },
            },
          ],
        },
      ],
    },
    {
      kind: 'examples',
      entries: [
        {
          ...{ name: 'Torget', place: 'Levanger' },
          items: [
            {
              ...{ id: 'F-2026-901', title: 'Torget', isJoint: false, changes: [] },
              fresh: {
                ...{ state: 'coming', place: 'Levanger', description: 'Et torg.' },
                ...{ link: 'https://torget.example/', registration: 'https://p.example/' },
                ...{ recording: 'https://o.example/', slides: 'https://s.example/' },
              },
            },
          ],
        },
      ],
    },
    ...(['over', 'joint'] as const).map((kind) => ({
      kind,
      entries: (['coming', 'past', 'done', 'cancelled'] as const).flatMap((state) =>
        [until, undefined].map((own) => ({
          ...{ name: `Ny: ${state}`, when: own },
          items: [{ ...milestone, when: own, fresh: { state, when: own, place: 'Bodø' } }],
        })),
      ),
    })),
  ],
  removed: [{ id: 'A-2026-904', title: 'Trukket' }],
  coming: [{ id: 'A-2026-905', title: 'Snart', when: hour, place: 'Bodø', isJoint: true }],
  comingMore: 1,
});

describe.each(norwegianStandards)('the digest in %s', (standard) => {
  const schemas = { digest: digestView, 'digest-subject': digestView };
  const written = async (template: keyof typeof schemas, one: DigestView): Promise<string> =>
    renderText(await (await paperWriter({ standard, isSample: false }, schemas))(template, one), 1000);

  it('reads as its golden file, with every change that there is', async () => {
    const text = await written('digest', view);
    await expect(text).toMatchFileSnapshot(`../../golden/digest/changes.${standard}.txt`);
    // Each change is told of after its title, and in words.
    const lines = text.split('\n').filter((line) => line.startsWith('- Sak '));
    expect(lines).toHaveLength(all.length);
    expect(lines.filter((line) => !/: \p{Lu}.{5,}[.)]$/u.test(line))).toEqual([]);
  });

  it.each<[string, DigestView['lead']]>([
    ['told', { title: 'Konferansen', news: 'told', others: 4 }],
    ['cancelled', { title: 'Småbynettverket: samling om møteplasser', news: 'cancelled', others: 0 }],
    ['removed', { title: 'Trukket', news: 'removed', others: 1 }],
  ])('says in its subject what is %s first, and how many more there are', async (name, lead) => {
    const text = await written('digest-subject', { ...view, lead });
    await expect(text).toMatchFileSnapshot(`../../golden/digest/subject-${name}.${standard}.txt`);
  });

  it.each([
    [5, 2],
    [1, 0],
    [0, 1],
  ])('counts what is new since the last one: %d new, %d changed', async (fresh, changed) => {
    const text = await written('digest', { ...view, parts: [], fresh, changed });
    await expect(text).toMatchFileSnapshot(
      `../../golden/digest/count-${String(fresh)}-${String(changed)}.${standard}.txt`,
    );
  });
});
