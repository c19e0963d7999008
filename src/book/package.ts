import { OpenError, broken } from './errors';
import { RELATIONS } from './vocabulary';
import { type Node, XML_HEAD, el, elements, parseXml } from './xml';
import type { Parts } from './zip';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Relationships of one part while it is written. */
export class Relations {
  private readonly items = new Map<string, string>();
  private readonly externalIds = new Map<string, string>();
  private last = 0;
  /** Whether something was added or taken away. */
  changed = false;

  /**
   * @param kept relationships as a file has them, by their ids
   * @param office what Office's types begin with; a strict file has another
   */
  constructor(
    kept: Iterable<readonly [id: string, xml: string]> = [],
    private readonly office: string = RELATIONS,
  ) {
    for (const [id, xml] of kept) this.items.set(id, xml);
  }

  /** `type` is the last step of an Office type, or a whole one. */
  add(type: string, target: string, external = false): string {
    do this.last++;
    while (this.items.has(`rId${this.last}`));
    const id = `rId${this.last}`;
    this.changed = true;
    this.items.set(
      id,
      el('Relationship', {
        Id: id,
        Type: type.includes('/') ? type : `${this.office}/${type}`,
        Target: target,
        TargetMode: external ? 'External' : undefined,
      }),
    );
    return id;
  }

  remove(id: string): void {
    this.changed = this.items.delete(id) || this.changed;
  }

  external(type: string, target: string): string {
    let id = this.externalIds.get(target);
    if (!id) this.externalIds.set(target, (id = this.add(type, target, true)));
    return id;
  }

  get isEmpty(): boolean {
    return this.items.size === 0;
  }

  xml(): string {
    return (
      XML_HEAD +
      el('Relationships', { xmlns: `${PACKAGE}/relationships` }, [...this.items.values()].join(''))
    );
  }
}

/** `xl/worksheets/sheet1.xml` → `xl/worksheets/_rels/sheet1.xml.rels` */
export const relationsName = (part: string) => part.replace(/([^/]*)$/, '_rels/$1.rels');

/** Takes the parts of a package while it is written. */
export interface PartSink {
  /** `type` is a content type; parts without one take their extension's. */
  add(name: string, content: string | Uint8Array, type?: string, relations?: Relations): void;
}

/** Parts of a new package, with their content types and relationships. */
export class PackageWriter implements PartSink {
  private readonly parts = new Map<string, string | Uint8Array>();
  private readonly types: string[] = [];

  add(name: string, content: string | Uint8Array, type?: string, relations?: Relations): void {
    this.parts.set(name, content);
    if (type) this.types.push(el('Override', { PartName: `/${name}`, ContentType: type }));
    if (relations && !relations.isEmpty) this.parts.set(relationsName(name), relations.xml());
  }

  finish(root: Relations): Map<string, string | Uint8Array> {
    const byExtension = (Extension: string, ContentType: string) =>
      el('Default', { Extension, ContentType });
    const types = el(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      byExtension('rels', 'application/vnd.openxmlformats-package.relationships+xml') +
        byExtension('xml', 'application/xml') +
        byExtension(
          'bin',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty',
        ) +
        this.types.join(''),
    );
    return new Map([
      ['[Content_Types].xml', XML_HEAD + types],
      ['_rels/.rels', root.xml()],
      ...this.parts,
    ]);
  }
}

export interface Relation {
  id: string;
  /** Last step of the relationship's type, e.g. "worksheet". */
  type: string;
  /** A part's name, or the address when external. */
  target: string;
  external: boolean;
}

/** Parts of an opened package; names are compared without case, as Excel does. */
export class PackageReader {
  private readonly names = new Map<string, string>();
  private readonly trees = new Map<string, Node>();
  private readonly taken = new Set<string>();
  /** Elements that may still be kept of all parts. */
  readonly elements = elements();

  constructor(private readonly parts: Parts) {
    for (const name of parts.keys()) this.names.set(name.toLowerCase(), name);
  }

  has(name: string): boolean {
    return this.names.has(name.toLowerCase());
  }

  bytes(name: string): Uint8Array | undefined {
    return this.parts.get(this.names.get(name.toLowerCase()) ?? '');
  }

  /** The part's tree, or undefined when the package lacks it. */
  xml(name: string | undefined): Node | undefined {
    const bytes = name === undefined ? undefined : this.bytes(name);
    if (!bytes || name === undefined) return undefined;
    let tree = this.trees.get(name);
    if (!tree) this.trees.set(name, (tree = parseXml(bytes, {}, this.elements)));
    return tree;
  }

  /**
   * Takes a part for one sheet. What many sheets share would be read for each of them.
   * @throws OpenError where another has it
   */
  take(name: string): void {
    const key = name.toLowerCase();
    if (this.taken.has(key)) throw broken(`two sheets share the part "${name}"`);
    this.taken.add(key);
  }

  relations(part: string): Relation[] {
    const tree = this.xml(relationsName(part));
    return (tree?.children ?? []).map(({ attributes }) => {
      const external = attributes['TargetMode'] === 'External';
      const target = attributes['Target'] ?? '';
      return {
        id: attributes['Id'] ?? '',
        type: (attributes['Type'] ?? '').replace(/^.*\//, ''),
        target: external ? target : resolve(part, target),
        external,
      };
    });
  }

  /** Whole types of the package's own relationships. */
  rootTypes(): string[] {
    return (this.xml(relationsName(''))?.children ?? []).map(
      ({ attributes }) => attributes['Type'] ?? '',
    );
  }

  /** Target of the part's first relationship of that type. */
  related(part: string, type: string): string | undefined {
    return this.relations(part).find((relation) => relation.type === type)?.target;
  }

  /** The workbook part of a spreadsheet package. */
  workbook(): string {
    const name = this.related('', 'officeDocument') ?? 'xl/workbook.xml';
    if (name.endsWith('.bin'))
      throw new OpenError(
        'not-xlsx',
        'This is a binary workbook (.xlsb). Save it in Excel as .xlsx and open that file.',
      );
    if (this.xml(name)?.name !== 'workbook')
      throw new OpenError(
        'not-xlsx',
        'This file is not an Excel workbook. Choose a file that Excel saved as .xlsx.',
      );
    return name;
  }
}

/** The part that a relationship's target means. */
function resolve(part: string, target: string): string {
  const path = target.replace(/\\/g, '/');
  if (path.startsWith('/')) return path.slice(1);
  const steps = part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
