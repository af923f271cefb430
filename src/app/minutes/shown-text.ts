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
  /** Text within it is not shown, and why. */
  unseen: Extract<ReadNotice, 'hidden' | 'placeholder'> | undefined;
  isCheckbox: boolean;
  /** The drawing that it is in, or is; undefined in a box, whose text is text of the document. */
  readonly drawing: Drawing | undefined;
  /** A drawing begins here. */
  readonly isDrawing: boolean;
  readonly isInBox: boolean;
  /** It stands in for something newer. */
  readonly isInstead: boolean;
}

/** A stretch of the source and what stands there instead. */
type Cut = readonly [start: number, end: number, text: string];

/** The ids of styles that hide text. */
export function hidingStyles(styles: string): ReadonlySet<string> {
  const vanish = /<(?:\w+:)?vanish(?:\s+\w+:val="(?:1|true|on)")?\s*\/>/u;
  const each = styles.split(/<(?=(?:\w+:)?style\s)/u);
  return new Set(
    each.flatMap((style) => (vanish.test(style) ? (/styleId="([^"]*)"/u.exec(style)?.[1] ?? []) : [])),
  );
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
    this.#open.push({
      ...{ name, start, isCheckbox: false, isDrawing },
      // What stands in a box is not hidden with the run that the box hangs on.
      unseen: isBox ? undefined : parent?.unseen,
      drawing: isBox ? undefined : isDrawing ? { start, boxes: [] } : parent?.drawing,
      isInBox: isBox || parent?.isInBox === true,
      isInstead: !isBox && (name === 'Fallback' || parent?.isInstead === true),
    });
  }

  /** What properties say of the run, the paragraph or the field that they are of. */
  #mark(name: string): void {
    const [owner, properties] = this.#open.slice(-2);
    if (owner === undefined || properties === undefined) return;
    const value = this.#scanner.attribute('val') ?? '';
    const isOn = !/^(?:0|false|off)$/u.test(value);
    switch (`${owner.name} ${properties.name} ${name}`) {
      case 'r rPr vanish':
        if (isOn) owner.unseen = 'hidden';
        break;
      case 'r rPr rStyle':
      case 'p pPr pStyle':
        if (this.#hiding.has(value)) owner.unseen = 'hidden';
        break;
      case 'sdt sdtPr showingPlcHdr':
        if (isOn && !owner.isCheckbox) owner.unseen ??= 'placeholder';
        break;
      case 'sdt sdtPr checkbox':
        owner.isCheckbox = true;
        if (owner.unseen === 'placeholder') owner.unseen = undefined;
        break;
      default:
    }
  }

  #text(scanner: XmlScanner): void {
    const { unseen, isInBox = false } = this.#open.at(-1) ?? {};
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
