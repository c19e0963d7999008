import type { ItemKind } from '../../catalog/items';
import { rowsOf, type Outline } from '../outline';
import { indexMap, type Placed } from './placed';
import { editableFields, mapFields, shownFields, type MapField, type MapNode } from './node';
import { mapOf, rootId } from './story';

/** What of an item a map says. */
export type MapPart = 'title' | 'text' | 'note' | 'dimension' | 'presence' | MapField;

export interface MapChange {
  id: string;
  step: ItemKind | null;
  part: MapPart;
  /** As it stands now, and as the map has it. */
  now: string;
  map: string;
}

export interface MapAddition {
  step: ItemKind;
  /** Id of a dimension, or words where the map has a new one. */
  dimension: string;
  text: string;
  note: string;
  fields: MapNode['fields'];
}

/** Why something of the map was not taken. */
export type MapConflictKind =
  | 'both-changed'
  | 'removed-but-changed'
  | 'gone-but-changed'
  | 'other-step'
  | 'no-step'
  | 'duplicate'
  | 'figure'
  | 'frame'
  | 'arrow'
  | 'unheld';

export interface MapConflict {
  kind: MapConflictKind;
  id: string;
  part: MapPart;
  text: string;
  sent: string;
  map: string;
  now: string;
}

export interface MapMerge {
  changes: MapChange[];
  additions: MapAddition[];
  conflicts: MapConflict[];
}

/**
 * What an edited map changes: a three-way merge by id. Where only the map differs from what was
 * sent, the map counts; where only the workbook does, the workbook; where both do and do not agree,
 * the workbook stands and the conflict is listed.
 */
export function mergeMaps(sent: MapNode, back: MapNode, outline: Outline): MapMerge {
  const merge = new Merge(sent, back, outline);
  return merge.run();
}

class Merge {
  private readonly out: MapMerge = { changes: [], additions: [], conflicts: [] };
  private readonly sent: ReadonlyMap<string, Placed>;
  private readonly now: ReadonlyMap<string, Placed>;
  private readonly back: ReturnType<typeof indexMap>;
  /** Items that the workbook offers and nobody has picked. */
  private readonly offered: ReadonlyMap<string, { step: ItemKind; text: string }>;
  private readonly notesKept: boolean;

  constructor(sent: MapNode, back: MapNode, outline: Outline) {
    this.sent = indexMap(sent).byId;
    this.now = indexMap(mapOf(outline)).byId;
    this.back = indexMap(back, this.sent);
    this.notesKept = [...this.back.byId.values()].some(({ node }) => node.note !== '');
    this.offered = new Map(
      outline.steps.flatMap(({ id: step }) =>
        rowsOf(outline, step === 'metric' ? 'metrics' : step).map(({ id, cells }) => [
          id,
          { step, text: String(cells.item ?? '') },
        ]),
      ),
    );
  }

  run(): MapMerge {
    for (const placed of this.back.duplicates) this.conflict('duplicate', placed, 'text');
    for (const [id, placed] of this.back.byId) {
      const sent = this.sent.get(id);
      if (placed.kind === 'item' && !sent) this.unsent(placed);
      else if (sent) this.compare(sent, placed);
    }
    for (const [id, sent] of this.sent) {
      if (sent.kind === 'item' && !this.back.byId.has(id)) this.removed(sent);
    }
    for (const placed of this.back.fresh) this.added(placed);
    for (const placed of [...this.back.byId.values(), ...this.back.fresh]) this.unheld(placed);
    return this.out;
  }

  /** What somebody put to a node that the workbook has no place for. */
  private unheld(placed: Placed): void {
    const sent = this.sent.get(placed.node.id);
    for (const text of placed.node.extras)
      if (!sent?.node.extras.includes(text))
        this.conflict('unheld', placed, 'note', ['', text, '']);
    for (const to of placed.node.links)
      if (!sent?.node.links.includes(to)) {
        const other = this.back.byId.get(to)?.node.text;
        this.conflict('arrow', placed, 'note', ['', other ?? to, '']);
      }
    const { note, fields } = placed.node;
    if (placed.kind === 'item') return;
    if (note !== '' && note !== (sent?.node.note ?? ''))
      this.conflict('unheld', placed, 'note', [sent?.node.note ?? '', note, '']);
    for (const field of mapFields)
      this.lost(placed, field, fields[field], sent?.node.fields[field]);
  }

  /** A field of a node that has no place for it. */
  private lost(placed: Placed, field: MapField, map: string | undefined, sent = ''): void {
    if (map && map !== sent) this.conflict('unheld', placed, field, [sent, map, '']);
  }

  private conflict(
    kind: MapConflictKind,
    placed: Placed,
    part: MapPart,
    [sent, map, now]: [string, string, string] = ['', placed.node.text, ''],
  ): void {
    const { id, text } = placed.node;
    this.out.conflicts.push({ kind, id, part, text, sent, map, now });
  }

  private change(placed: Placed, part: MapPart, now: string, map: string): void {
    this.out.changes.push({ id: placed.node.id, step: placed.step ?? null, part, now, map });
  }

  /** A node that was sent and came back. */
  private compare(sent: Placed, back: Placed): void {
    const { node } = back;
    const now = this.now.get(node.id);
    if (sent.kind !== 'item') {
      if (node.text === sent.node.text) return;
      if (node.id !== rootId)
        this.conflict('frame', back, 'text', [sent.node.text, node.text, now?.node.text ?? '']);
      else this.part(back, 'title', sent.node.text, node.text, now?.node.text);
      return;
    }
    if (back.step !== sent.step) {
      this.conflict('other-step', back, 'dimension', [sent.group, back.group, now?.group ?? '']);
    } else if (back.group !== '' || sent.group === '') {
      this.part(back, 'dimension', sent.group, back.group, now?.group);
    }
    this.part(back, 'text', sent.node.text, node.text, now?.node.text);
    if (this.notesKept) this.part(back, 'note', sent.node.note, node.note, now?.node.note);
    for (const field of editableFields) {
      const map = node.fields[field] ?? (this.back.fields.has(field) ? '' : undefined);
      if (map !== undefined)
        this.part(
          back,
          field,
          sent.node.fields[field] ?? '',
          map,
          now && (now.node.fields[field] ?? ''),
        );
    }
    for (const field of shownFields) {
      const [was, map] = [sent.node.fields[field] ?? '', node.fields[field]];
      if (map !== undefined && map !== was)
        this.conflict('figure', back, field, [was, map, now?.node.fields[field] ?? '']);
    }
  }

  private part(
    back: Placed,
    part: MapPart,
    sent: string,
    map: string,
    now: string | undefined,
  ): void {
    if (map === sent || map === now) return;
    if (now === undefined) this.conflict('gone-but-changed', back, part, [sent, map, '']);
    else if (now === sent) this.change(back, part, now, map);
    else this.conflict('both-changed', back, part, [sent, map, now]);
  }

  /** An item that was not sent, under an id that the workbook knows or does not. */
  private unsent(back: Placed): void {
    const now = this.now.get(back.node.id);
    const offered = this.offered.get(back.node.id);
    if (now) {
      if (now.node.text !== back.node.text)
        this.conflict('both-changed', back, 'text', ['', back.node.text, now.node.text]);
    } else if (offered && offered.step === back.step) {
      this.change(back, 'presence', '', 'yes');
      if (back.node.text !== offered.text) this.change(back, 'text', offered.text, back.node.text);
    } else {
      this.added(back);
    }
  }

  private removed(sent: Placed): void {
    const now = this.now.get(sent.node.id);
    if (!now) return;
    if (sameItem(sent, now)) this.change(sent, 'presence', 'yes', 'no');
    else
      this.conflict('removed-but-changed', sent, 'presence', [sent.node.text, '', now.node.text]);
  }

  private added(placed: Placed): void {
    const { node, step, group } = placed;
    if (node.text === '') {
      if (node.note !== '') this.conflict('unheld', placed, 'note', ['', node.note, '']);
      for (const field of mapFields) this.lost(placed, field, node.fields[field]);
      return;
    }
    if (step === undefined) {
      this.conflict('no-step', placed, 'presence');
      if (node.note !== '') this.conflict('unheld', placed, 'note', ['', node.note, '']);
      return;
    }
    const unheld = step === 'metric' ? unheldOfMetrics : shownFields;
    for (const field of unheld) this.lost(placed, field, node.fields[field]);
    this.out.additions.push({
      step,
      dimension: group,
      text: node.text,
      note: node.note,
      fields: node.fields,
    });
  }
}

/** What an item that somebody adds cannot say. */
const unheldOfMetrics = ['pick', 'priority', 'phase', ...shownFields] as const;

const sameItem = (one: Placed, other: Placed): boolean =>
  one.group === other.group &&
  one.node.text === other.node.text &&
  one.node.note === other.node.note &&
  mapFields.every((field) => one.node.fields[field] === other.node.fields[field]);
