/** The text of a part of a .docx that people see in it: no hidden text, no instructions in empty fields, and the text of boxes. */
import type { ReadNotice } from '../../domain/read-document.ts';
import { XmlScanner } from '../../stores/xlsx/package/xml-scanner.ts';

/** The boxes of a drawing, from start to end. */
interface Drawing {
  readonly start: number;
  readonly boxes: (readonly [start: number, end: number])[];
}

/** An element that is open; what is known of it so far. */
interface Open {
  readonly name: string;
  readonly start: number;
  /** Text within it is hidden by the style of its paragraph or of its run; what the run says itself comes before both. */
  isHiddenByStyle: boolean;
  isHidden: boolean | undefined;
  /** Text within it says what to fill in. */
  isPlaceholder: boolean;
  isCheckbox: boolean;
  /** The drawing that it is in, or is; undefined in a box, whose text is text of the document. */
  readonly drawing: Drawing | undefined;
  /** A drawing begins here. */
  readonly isDrawing: boolean;
  readonly isInBox: boolean;
  /** It stands in for something newer. */
  readonly isInstead: boolean;
}

type Unseen = Extract<ReadNotice, 'hidden' | 'placeholder'>;

/** A stretch of the source and what stands there instead. */
type Cut = readonly [start: number, end: number, text: string];

/** What one style says itself, and the style that it is based on. */
interface StyleRule {
  /** Undefined where it says nothing of it. */
  readonly isHiding: boolean | undefined;
  readonly basedOn: string | undefined;
}

const isOn = (value: string): boolean => !/^(?:0|false|off)$/u.test(value);

/** The ids of styles that hide text, themselves or through the style that they are based on. */
export function hidingStyles(styles: string): ReadonlySet<string> {
  const each = styles.split(/<(?=(?:\w+:)?style\s)/u).slice(1);
  const rules = new Map<string, StyleRule>();
  for (const style of each) {
    const id = /styleId\s*=\s*["']([^"']*)["']/u.exec(style)?.[1];
    const vanish = /<(?:\w+:)?vanish(?:\s+\w+:val\s*=\s*["']([^"']*)["'])?\s*\/?>/u.exec(style);
    const basedOn = /<(?:\w+:)?basedOn\s+\w+:val\s*=\s*["']([^"']*)["']/u.exec(style)?.[1];
    if (id !== undefined) rules.set(id, { isHiding: vanish ? isOn(vanish[1] ?? '') : undefined, basedOn });
  }
  return new Set([...rules.keys()].filter((id) => isHiding(id, rules)));
}

function isHiding(id: string, rules: ReadonlyMap<string, StyleRule>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = rules.get(at)?.basedOn) {
    seen.add(at);
    const own = rules.get(at)?.isHiding;
    if (own !== undefined) return own;
  }
  return false;
}

/** Takes out what nobody sees, and puts boxes where a reader finds them. */
export function shownText(
  xml: string,
  part: string,
  hiding: ReadonlySet<string>,
): { readonly xml: string; readonly notices: ReadonlySet<ReadNotice> } {
  const walk = new Walk(xml, part, hiding);
  walk.run();
  let [shown, from] = ['', 0];
  for (const [start, end, text] of walk.cuts.toSorted(([one], [other]) => one - other)) {
    if (start < from) continue;
    shown += xml.slice(from, start) + text;
    from = end;
  }
  return { xml: shown + xml.slice(from), notices: walk.notices };
}

/** Why text in an element is not shown; undefined where it is. */
function unseenIn({ isHidden, isHiddenByStyle, isPlaceholder }: Open): Unseen | undefined {
  if (isHidden ?? isHiddenByStyle) return 'hidden';
  return isPlaceholder ? 'placeholder' : undefined;
}

class Walk {
  readonly cuts: Cut[] = [];
  readonly notices = new Set<ReadNotice>();
  readonly #scanner: XmlScanner;
  readonly #hiding: ReadonlySet<string>;
  readonly #open: Open[] = [];

  constructor(xml: string, part: string, hiding: ReadonlySet<string>) {
    this.#scanner = new XmlScanner(xml, part);
    this.#hiding = hiding;
  }

  run(): void {
    const scanner = this.#scanner;
    for (let event = scanner.next(); event !== 'end'; event = scanner.next()) {
      if (event === 'open') this.#begin(scanner);
      else if (event === 'close') this.#end(scanner.end);
      else if (this.#open.at(-1)?.name === 't') this.#text(scanner);
    }
  }

  #begin({ name, start, empty }: XmlScanner): void {
    const parent = this.#open.at(-1);
    this.#mark(name);
    if (empty) return;
    const isBox = name === 'txbxContent';
    const isDrawing = parent?.drawing === undefined && /^(?:AlternateContent|drawing)$/u.test(name);
    // What stands in a box is not hidden with the run that the box hangs on.
    const outer = isBox ? undefined : parent;
    const {
      isHiddenByStyle = false,
      isHidden,
      isPlaceholder = false,
      drawing,
      isInstead = false,
    } = outer ?? {};
    this.#open.push({
      ...{ name, start, isCheckbox: false, isDrawing, isHiddenByStyle, isHidden, isPlaceholder },
      drawing: isDrawing && !isBox ? { start, boxes: [] } : drawing,
      isInBox: isBox || parent?.isInBox === true,
      isInstead: !isBox && (name === 'Fallback' || isInstead),
    });
  }

  /** What properties say of the run, the paragraph or the field that they are of. */
  #mark(name: string): void {
    const [owner, properties] = this.#open.slice(-2);
    if (owner === undefined || properties === undefined) return;
    const value = this.#scanner.attribute('val') ?? '';
    switch (`${owner.name} ${properties.name} ${name}`) {
      case 'r rPr vanish':
        owner.isHidden = isOn(value);
        break;
      case 'r rPr rStyle':
      case 'p pPr pStyle':
        if (this.#hiding.has(value)) owner.isHiddenByStyle = true;
        break;
      case 'sdt sdtPr showingPlcHdr':
        if (isOn(value) && !owner.isCheckbox) owner.isPlaceholder = true;
        break;
      case 'sdt sdtPr checkbox':
        owner.isCheckbox = true;
        owner.isPlaceholder = false;
        break;
      default:
    }
  }

  #text(scanner: XmlScanner): void {
    const at = this.#open.at(-1);
    const { isInBox = false } = at ?? {};
    const unseen = at && unseenIn(at);
    const isSomething = scanner.text().trim() !== '';
    if (isSomething && isInBox) this.notices.add('text-box');
    if (unseen === undefined) return;
    if (isSomething) this.notices.add(unseen);
    this.cuts.push([scanner.start, scanner.end, '']);
  }

  #end(end: number): void {
    const closed = this.#open.pop();
    const parent = this.#open.at(-1);
    if (closed?.name === 'txbxContent' && parent?.isInstead !== true)
      parent?.drawing?.boxes.push([closed.start, end]);
    if (closed?.isDrawing === true && closed.drawing !== undefined) this.#placeBoxes(closed.drawing, end);
  }

  /** In the form that boxes have in older files, since a reader knows that one. */
  #placeBoxes({ start, boxes }: Drawing, end: number): void {
    if (boxes.length === 0) return;
    const [, prefix = ''] = /^<([^\s<>/:]+:)/u.exec(this.#scanner.source.slice(boxes[0]?.[0], end)) ?? [];
    const ends = [start, ...boxes.map(([, last]) => last)];
    const starts = [...boxes.map(([first]) => first), end];
    for (const [index, from] of ends.entries()) {
      const to = starts[index] ?? end;
      const [before, after] = [
        index === 0 ? `<${prefix}pict>` : '',
        index === boxes.length ? `</${prefix}pict>` : '',
      ];
      this.cuts.push([from, to, before + after]);
    }
  }
}
