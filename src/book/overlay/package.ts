import { PackageReader, Relations, type PartSink, relationsName } from '../package';
import { RELATIONS } from '../vocabulary';
import { XML_HEAD, decodePart, el } from '../xml';
import type { Packed, Parts } from '../zip';
import { attributeOf, attributesOf, childrenIn, openRoot, patched, rootOf } from './scan';

const TYPES = '[Content_Types].xml';
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const CUSTOM_PROPERTY =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty';

const byExtension = (Extension: string, ContentType: string) =>
  el('Default', { Extension, ContentType });

/** For a file that says nothing of what its parts are. */
const NO_TYPES =
  XML_HEAD +
  el(
    'Types',
    { xmlns: CONTENT_TYPES },
    byExtension('rels', 'application/vnd.openxmlformats-package.relationships+xml') +
      byExtension('xml', 'application/xml'),
  );

/** An opened package while it is changed: what nobody touches keeps its bytes. */
export class PackageEdit implements PartSink {
  private readonly changed = new Map<string, string | Uint8Array | undefined>();
  private readonly names = new Map<string, string>();
  private readonly relationsOf = new Map<string, Relations>();
  private readonly types: string[] = [];
  readonly reader: PackageReader;

  constructor(private readonly parts: Parts) {
    this.reader = new PackageReader(parts);
    for (const name of parts.keys()) this.names.set(name.toLowerCase(), name);
  }

  /** The name as the package has it. */
  nameOf(name: string): string {
    return this.names.get(name.toLowerCase()) ?? name;
  }

  text(name: string): string {
    const known = this.nameOf(name);
    const now = this.changed.get(known) ?? this.parts.get(known);
    if (now === undefined) throw new RangeError(`The package has no part "${name}".`);
    return typeof now === 'string' ? now : decodePart(now);
  }

  /** Replaces a part's text, which is then UTF-8. */
  set(name: string, text: string): void {
    this.changed.set(
      this.nameOf(name),
      text.replace(/^(\uFEFF?<\?xml[^>]*?encoding=)(["'])[^"']*\2/, '$1$2UTF-8$2'),
    );
  }

  add(name: string, content: string | Uint8Array, type?: string, relations?: Relations): void {
    this.changed.set(name, content);
    this.names.set(name.toLowerCase(), name);
    const given = type ?? (name.endsWith('.bin') ? CUSTOM_PROPERTY : undefined);
    if (given)
      this.types.push(
        el('Override', { xmlns: CONTENT_TYPES, PartName: `/${name}`, ContentType: given }),
      );
    if (relations && !relations.isEmpty) this.relationsOf.set(name, relations);
  }

  remove(name: string): void {
    const known = this.nameOf(name);
    this.changed.set(known, undefined);
    this.changed.set(this.nameOf(relationsName(known)), undefined);
    this.relationsOf.delete(known);
  }

  /** A part's relationships, to be changed. */
  relations(part: string): Relations {
    const known = part === '' ? part : this.nameOf(part);
    let relations = this.relationsOf.get(known);
    if (!relations) this.relationsOf.set(known, (relations = this.keptRelations(known)));
    return relations;
  }

  private keptRelations(part: string): Relations {
    const name = relationsName(part);
    if (!this.reader.bytes(name)) return new Relations([], this.office);
    const text = this.text(name);
    const items = childrenIn(text, rootOf(text)).map((span) => {
      const attributes = attributesOf(text, span).map(({ name: key, value }) => [key, value]);
      const relation = Object.fromEntries(attributes) as Record<string, string>;
      return [relation['Id'] ?? '', el('Relationship', relation)] as const;
    });
    return new Relations(items, this.office);
  }

  /** What relationship types begin with; a strict file has another one. */
  get office(): string {
    const root = this.reader.rootTypes().find((type) => type.endsWith('/officeDocument'));
    return root?.replace(/\/officeDocument$/, '') ?? RELATIONS;
  }

  /** The highest number that parts of such a name have: `tables/table` → 3. */
  highest(stem: string): number {
    const pattern = new RegExp(`${stem}(\\d+)\\.[a-z]+$`, 'i');
    const numbers = [...this.names.keys()].map((name) => Number(pattern.exec(name)?.[1] ?? 0));
    return Math.max(0, ...numbers);
  }

  /** Whether any part says anything else than the package's. */
  get isChanged(): boolean {
    const isOther = (name: string, content: string | Uint8Array | undefined) => {
      const was = this.parts.get(name);
      if (typeof content !== 'string' || !was) return content !== was;
      return content !== decodePart(was);
    };
    return (
      [...this.changed].some(([name, content]) => isOther(name, content)) ||
      [...this.relationsOf.values()].some(({ changed }) => changed)
    );
  }

  /** Every part, in the file's order and the new ones after them; what nothing leads to any more is gone. */
  finish(): Map<string, string | Uint8Array | Packed> {
    for (const [part, relations] of this.relationsOf)
      if (relations.changed && (part === '' || this.has(part)))
        this.changed.set(
          this.nameOf(relationsName(part)),
          relations.isEmpty ? undefined : relations.xml(),
        );
    this.dropOrphans();
    const out = new Map<string, string | Uint8Array | Packed>();
    for (const name of this.all()) {
      const content = this.changed.has(name) ? this.changed.get(name) : this.kept(name);
      if (content !== undefined) out.set(name, content);
    }
    const types = this.contentTypes(out);
    if (types !== undefined) out.set(this.nameOf(TYPES), types);
    return out;
  }

  private all(): Set<string> {
    return new Set([...this.parts.keys(), ...this.changed.keys()]);
  }

  private kept(name: string): Uint8Array | Packed | undefined {
    return this.parts.packed?.(name) ?? this.parts.get(name);
  }

  private has(name: string): boolean {
    return this.changed.has(name) ? this.changed.get(name) !== undefined : this.parts.has(name);
  }

  /** Parts that only something removed has led to; what the file itself left alone stays. */
  private dropOrphans(): void {
    const cut = [...this.relationsOf.values()].some(({ changed }) => changed);
    if (!cut && [...this.changed.values()].every((content) => content !== undefined)) return;
    const before = reachable(this.reader);
    const after = reachable(
      new PackageReader({
        keys: () => [...this.all()].filter((name) => this.has(name)),
        has: (name) => this.has(name),
        get: (name) => {
          const content = this.changed.get(name) ?? this.parts.get(name);
          return typeof content === 'string' ? new TextEncoder().encode(content) : content;
        },
      }),
    );
    for (const name of before)
      if (!after.has(name)) {
        this.changed.set(this.nameOf(name), undefined);
        this.changed.set(this.nameOf(relationsName(name)), undefined);
      }
  }

  /** The part with what has changed, or undefined where nothing has. */
  private contentTypes(parts: Map<string, unknown>): string | undefined {
    const name = this.nameOf(TYPES);
    const isThere = this.changed.has(name) || this.parts.has(name);
    const text = isThere ? openRoot(this.text(name)) : NO_TYPES;
    const root = rootOf(text);
    const present = new Set([...parts.keys()].map((part) => part.toLowerCase()));
    const added = new Set(
      this.types.map((type) => /PartName="([^"]*)"/.exec(type)![1]!.toLowerCase()),
    );
    const patches = childrenIn(text, root).flatMap((span) => {
      const part = attributeOf(text, span, 'PartName')?.toLowerCase();
      const gone = part !== undefined && (!present.has(part.slice(1)) || added.has(part));
      return gone ? [{ ...span, text: '' }] : [];
    });
    const needed = this.types.join('');
    if (needed === '' && patches.length === 0) return isThere ? undefined : text;
    return patched(text, [...patches, { start: root.close, end: root.close, text: needed }]);
  }
}

/** Parts that the relationships lead to, in lower case. */
function reachable(reader: PackageReader): Set<string> {
  const seen = new Set<string>();
  const follow = (part: string) => {
    for (const { target, external } of reader.relations(part)) {
      const name = target.toLowerCase();
      if (external || seen.has(name) || !reader.has(target)) continue;
      seen.add(name);
      follow(target);
    }
  };
  follow('');
  return seen;
}
