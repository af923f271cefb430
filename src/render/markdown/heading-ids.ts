/** Names for headings, so that a link can lead to them. */

const spelled: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  đ: 'd',
  ŋ: 'n',
  ŧ: 't',
  ß: 'ss',
};

/** `Sak 7/26 Møteplan` → `sak-7-26-moteplan`: letters a–z, digits and hyphens, at most 60. Empty if none is left. */
function slug(words: string): string {
  return words
    .toLocaleLowerCase('nb')
    .replace(/[æøåđŋŧß]/gu, (letter) => spelled[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/gu, '');
}

/** Gives each heading of one paper a name of its own: the second «Saker» becomes `saker-2`. */
export function headingIds(): (words: string) => string {
  const taken = new Set<string>();
  return (words) => {
    const base = slug(words) || 'del';
    let id = base;
    for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
    taken.add(id);
    return id;
  };
}
