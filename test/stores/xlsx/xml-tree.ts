/** A small XML parser for tests, written apart from the store's scanner so that the two cannot share a mistake. */

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
}

/** The root element. Throws when tags do not match. */
export function parseXml(xml: string): XmlNode {
  const top: { name: string; children: (XmlNode | string)[] } = { name: '', children: [] };
  const open = [top];
  for (const [token] of xml.matchAll(
    /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+/gsu,
  )) {
    const parent = open.at(-1) ?? top;
    if (token.startsWith('<?') || token.startsWith('<!')) continue;
    if (!token.startsWith('<')) {
      if (open.length > 1) parent.children.push(token);
      continue;
    }
    if (token.startsWith('</')) {
      if (token.slice(2, -1).trim() !== parent.name) throw new Error(`${token} closes ${parent.name}`);
      open.pop();
      continue;
    }
    const [, name = '', rest = ''] = /^<([^\s/>]+)(.*?)\/?>$/su.exec(token) ?? [];
    const attributes = [...rest.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gsu)].map((match) => [
      match[1] ?? '',
      match[2] ?? match[3] ?? '',
    ]);
    const node = { name, attributes: Object.fromEntries(attributes) as Record<string, string>, children: [] };
    parent.children.push(node);
    if (!token.endsWith('/>')) open.push(node);
  }
  const [root] = top.children;
  if (open.length !== 1 || typeof root !== 'object') throw new Error('the XML is not closed');
  return root;
}

/** The elements inside another, of one name. */
export function elements(node: XmlNode, name?: string): XmlNode[] {
  return node.children.filter(
    (child): child is XmlNode => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

export function element(node: XmlNode, name: string): XmlNode | undefined {
  return elements(node, name)[0];
}

/** All text inside. */
export function textOf(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
