import { message, type MessageKey, type MessageParams } from '../../messages';
import { blank, fieldShown, paid } from '../figures';
import { fieldOf, rowsOf, type Cells, type Outline } from '../outline';
import type { PaperBlock, PaperColumn } from './paper';

/** What both papers are put together from: texts and cells of the workbook as it shows them. */
export class Parts {
  constructor(readonly outline: Outline) {}

  say = (key: MessageKey, params?: MessageParams) => message(this.outline.lang, key, params);

  heading = (key: MessageKey): PaperBlock => ({ kind: 'heading', text: this.say(key) });

  muted = (key: MessageKey): PaperBlock => ({ kind: 'text', text: this.say(key), look: 'muted' });

  /** A table under its heading and lead, nothing at all where it has no rows or says nothing in them. */
  section([heading, lead]: readonly [MessageKey, MessageKey?], table: PaperBlock): PaperBlock[] {
    if (table.kind === 'table' && (table.rows.length === 0 || table.columns.length < 2)) return [];
    return [this.heading(heading), ...(lead ? [this.muted(lead)] : []), table];
  }

  /** Named cells with their labels; with `known`, only those that are filled. */
  fields(names: readonly string[], known = false): PaperBlock {
    return {
      kind: 'fields',
      rows: names
        .map((name) => ({
          name: this.outline.fields[name]?.label ?? name,
          value: fieldShown(this.outline, name, paid),
        }))
        .filter(({ value }) => !known || value !== blank),
    };
  }

  /** Rows of a table that say something in a column. */
  filled = (table: string, column: string) =>
    rowsOf(this.outline, table).filter(({ cells }) => (cells[column] ?? null) !== null);

  /** Some columns of a table, under the workbook's own headers; those that are empty throughout are left out. */
  filledTable(
    table: string,
    columns: readonly (readonly [id: string, width: number])[],
    rows: readonly { cells: Cells }[],
  ): PaperBlock {
    const isFilled = (id: string) =>
      rows.some(({ cells }) => (cells[id] ?? null) !== null && cells[id] !== '');
    return this.table(
      table,
      columns.filter(([id]) => isFilled(id)),
      rows,
    );
  }

  /** Some columns of a table, under the workbook's own headers. */
  table(
    table: string,
    columns: readonly (readonly [id: string, width: number])[],
    rows: readonly { cells: Cells }[] = rowsOf(this.outline, table),
    text: (column: string, cells: Cells) => string | undefined = () => undefined,
  ): PaperBlock {
    const known = columns.map(([id, width]) => {
      const column = this.outline.tables[table]?.columns.find((one) => one.id === id);
      return { id, width, column: column ?? { header: id, kind: 'text' } };
    });
    return {
      kind: 'table',
      columns: known.map(({ width, column }): PaperColumn => ({
        name: column.header,
        width,
        ...(isNumeric(column.kind) && { align: 'right' }),
      })),
      rows: rows.map(({ cells }) => ({
        cells: known.map(
          ({ id, column }) => text(id, cells) ?? paid(this.outline, column, cells[id]),
        ),
      })),
    };
  }

  signatures(): PaperBlock {
    const person = (name: string) => String(fieldOf(this.outline, `Engagement.${name}`) ?? '');
    return {
      kind: 'signatures',
      day: this.say('bet.sign.date'),
      sides: [
        { side: this.say('bet.sign.vendor'), person: person('Consultant') },
        { side: this.say('bet.sign.business'), person: person('BusinessLead') },
        { side: this.say('bet.sign.it'), person: person('ItLead') },
      ],
    };
  }
}

const isNumeric = (kind: string) => !['text', 'date', 'integer'].includes(kind);
