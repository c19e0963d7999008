import { format as shownBy } from 'numfmt';
import { mostTimes } from '../catalog/check/ranges';
import { rangeIn } from '../engagement/register';
import { holdsUnseen } from '../engagement/unseen';
import { isAsSent } from '../engagement/votes';
import type { CellValue } from '../rules';
import { isInUnit } from '../workbook';
import type { Asking, Issue } from './ask';
import { isOtherCurrency } from './currency';
import { readingsOf } from './doubt';
import { cellPlace, isShownAsShare, rowsIn, type Found } from './grid';
import type { Sent, SentColumn, SentTable, Value } from './sent';
import { isNumeric, mayBeMoney, mayBeShare, understand, type Understood } from './words';

type Cells = Readonly<Record<string, Value>>;
type Doubtful = { problem: Issue['kind'] };

/** What the cells of one table say, each as its column and its row ask for it. */
export class CellReader {
  constructor(
    private readonly sent: Sent,
    private readonly table: SentTable,
    private readonly found: Found,
    private readonly asking: Asking,
  ) {}

  /** What a cell says, as its column keeps it, without a word about what is wrong with it. */
  said(row: number, id: string): Value {
    const { grid, positions } = this.found;
    const position = positions.get(id);
    const column = this.table.columns.find((one) => one.id === id);
    if (position === undefined || !column || grid.isError(row, position)) return null;
    const raw = grid.at(row, position);
    const understood = this.understood(column, raw);
    return 'value' in understood ? understood.value : raw;
  }

  /**
   * What a cell says; undefined where that is in doubt, which is told or asked.
   * @param about what else the row says
   * @param was as sent: said again, it is nobody's doubt
   */
  read(row: number, of: SentColumn, about: Cells, was: Value = null): Value | undefined {
    const { grid, positions } = this.found;
    const position = positions.get(of.id);
    if (position === undefined) return undefined;
    const column = this.inUnit(of, about);
    const at = column.fill ? this.anchor(row, position) : row;
    const said = grid.at(at, position);
    const isText = column.kind === 'text' && column.list === undefined;
    const raw = (isText ? grid.shown(at, position) : null) ?? said;
    const issue = (kind: Issue['kind'], found = String(raw)): Issue => ({
      kind,
      place: cellPlace(grid, row, position),
      found,
      column: column.header,
    });
    if (grid.isError(at, position)) {
      if (column.fill) this.asking.tell(issue('error-value'));
      return undefined;
    }
    if (was !== null && isAsSent(was, raw)) return was;
    const pattern = grid.patternAt(at, position);
    const understood = this.plausible(column, this.asMarked(position, raw), pattern);
    if ('value' in understood) {
      if (isText && column.fill && holdsUnseen(understood.value)) this.asking.tell(issue('signs'));
      if (column.fill && understood.own && !isAsSent(was, understood.value))
        this.asking.tell(issue('word-own'));
      return understood.value;
    }
    const { problem } = understood;
    const isShown = problem === 'share-of-money' || problem === 'other-currency';
    const seen = isShown && typeof raw === 'number' ? shown(pattern, raw) : String(raw);
    return this.doubt(issue(problem, seen), column);
  }

  /** The row whose cell speaks for one that is merged with those above it. */
  private anchor(row: number, column: number): number {
    const merged = this.found.grid.sheet.merges.find(
      (area) => area.column === column && area.row < row && row < area.row + area.rows,
    );
    return merged?.row ?? row;
  }

  /** A column of figures in the unit of what each row is about asks for that. */
  private inUnit(column: SentColumn, about: Cells): SentColumn {
    if (!column.fill || !isInUnit(this.table.name, column.id)) return column;
    const unit = about.unit ?? this.sent.units?.[String(about.metric)];
    if (typeof unit !== 'string') return column;
    return { ...column, kind: kinds[unit] ?? 'number' };
  }

  /** What a doubtful cell says by the reply to it. */
  private doubt(issue: Issue, column: SentColumn): Value | undefined {
    if (!column.fill) return undefined;
    const list = this.listOf(column);
    const said = (text: CellValue) => {
      const understood = this.plausible(column, text);
      return 'value' in understood && understood.value !== null ? understood.value : undefined;
    };
    const choices = list
      ? list.entries.map(([id, label]): [string, Value] => [label, id])
      : readingsOf(column.kind, issue.found, this.sent.sent).flatMap((text): [string, Value][] => {
          const value = said(text.value);
          return value === undefined ? [] : [[text.label, value]];
        });
    return this.asking.ask<Value>(issue, choices, list ? undefined : said);
  }

  /** What a cell to fill may say: understood, and within what its column can be. */
  private plausible(column: SentColumn, raw: CellValue, pattern = ''): Understood | Doubtful {
    const { kind, fill } = column;
    const asShare = typeof raw === 'number' ? isShownAsShare(pattern) : /[%％‰]/.test(String(raw));
    if (fill && isNumeric(kind)) {
      if (typeof raw === 'number' && asShare && !mayBeShare(kind))
        return { problem: 'share-of-money' };
      if (mayBeMoney(kind) && isOtherCurrency(this.sent.currency, String(raw), pattern))
        return { problem: 'other-currency' };
    }
    const understood = this.understood(column, raw);
    const value = 'value' in understood ? understood.value : undefined;
    if (!fill || typeof value !== 'number') return understood;
    const { min = -Infinity, max = Infinity } = rangeIn(this.table.id, column.id) ?? {};
    // A bare 30 may be 30 % or thirty times.
    const most = kind === 'rate' ? (asShare ? mostTimes : 1) : Infinity;
    return value < min || value > max || Math.abs(value) > most
      ? { problem: 'out-of-range' }
      : understood;
  }

  private listOf({ list }: SentColumn) {
    return this.sent.lists.find(({ id }) => id === list);
  }

  private understood(column: SentColumn, raw: CellValue) {
    return understand(column, this.listOf(column), raw);
  }

  /** Beside ticks a letter x is a cross: it says no. */
  private asMarked(column: number, raw: CellValue): CellValue {
    if (typeof raw !== 'string' || !/^\s*[xｘ]\s*$/i.test(raw)) return raw;
    const { grid, header } = this.found;
    for (const row of rowsIn(grid).filter((one) => one > header))
      if (/^\s*[√✓✔☑]\s*$/.test(String(grid.at(row, column)))) return '×';
    return raw;
  }
}

/** How figures of a unit are written; those of all others as plain numbers. */
const kinds: Record<string, string> = { money: 'money', ratio: 'rate' };

/** A number as a person sees it; as it is where its format says something else. */
function shown(pattern: string, value: number): string {
  try {
    return shownBy(pattern, value);
  } catch {
    return String(value);
  }
}
