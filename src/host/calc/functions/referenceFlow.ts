import type { Scalar } from '../../../book';
import { toCol, translateFormulaToA1 } from '@borgar/fx';
import { toBoolean, toText } from '../coerce';
import type { Compiler, Mode, Run } from '../compile';
import type { SheetGraph } from '../graph';
import { combined, intersect, isArray, isBlock } from '../operators';
import { parseFormula, type Node } from '../parse';
import { Ref, type Place } from '../ref';
import { AreaList, Areas, NA, REF, isError, isUnknown, type Operand } from '../values';

type Arguments = readonly (Node | null | undefined)[];
type Flow = (compiler: Compiler, args: Arguments, mode: Mode) => Run;

/** Functions that know the workbook: its sheets, its names, what a text refers to. */
export const referenceFlow: Record<string, Flow> = {
  INDIRECT: (compiler, args, mode) => {
    const text = compiler.value(args[0], mode);
    const style = args.length > 1 ? compiler.scalar(args[1]) : () => true;
    compiler.volatile = compiler.isBlind = true;
    const known = new Map<string, Run>();
    const find = (at: Place, given: Operand): Ref | Scalar => {
      const written = toText(intersect(given, at));
      if (isError(written)) return written;
      const a1 = toBoolean(style(at));
      if (isError(a1)) return a1;
      const key = a1 ? written : toA1(written, at);
      let run = known.get(key);
      if (!run) known.set(key, (run = referenceIn(compiler, key)));
      return run({ ...positionOf(at), rowShift: 0, columnShift: 0 }) as Ref | Scalar;
    };
    return (at) => {
      const given = text(at);
      if (mode === 'single' ? !isArray(given) : !isBlock(given)) return find(at, given);
      const { rows, columns, data } = combined([given], (one) => find(at, one));
      return data.length === 1 ? data[0]! : new AreaList(rows, columns, data);
    };
  },
  SHEET: (compiler, args) => {
    const { sheet, around } = compiler;
    const order = (id: string) => around.names.allSheets.findIndex((one) => one.id === id) + 1;
    if (args.length === 0) return () => order(sheet.id);
    const of = compiler.value(args[0], 'single');
    return (at) => {
      const given = of(at);
      if (given instanceof Ref) return order((given.source as SheetGraph).sheet.id);
      const name = toText(intersect(given, at));
      if (isError(name)) return name;
      const named = around.names.sheet(name);
      return named ? order(named.id) : NA;
    };
  },
  SHEETS: (compiler, args) => {
    if (args.length === 0) return () => compiler.around.names.allSheets.length;
    const of = compiler.value(args[0], 'single');
    return (at) => {
      const given = of(at);
      if (given instanceof Areas) return given.parts.length;
      return given instanceof Ref ? 1 : REF;
    };
  },
  ISOMITTED: (compiler, args) => {
    const [node] = args;
    const name = node?.type === 'ReferenceIdentifier' ? node.value : '';
    return compiler.scope.omits(name) ?? (() => false);
  },
  ANCHORARRAY: (compiler, args, mode) => compiler.spilled(args[0], mode),
  SINGLE: (compiler, args) => compiler.scalar(args[0]),
};

const positionOf = ({ source, row, column }: Place) => ({ source, row, column });

function toA1(text: string, { row, column }: Place): string {
  try {
    return translateFormulaToA1(`=${text}`, `${toCol(column)}${row + 1}`).slice(1);
  } catch {
    return '';
  }
}

/** What a text refers to: #REF! where it is no reference. */
function referenceIn(compiler: Compiler, text: string): Run {
  try {
    const tree = parseFormula(`=${text}`);
    const isReference =
      tree.type === 'ReferenceIdentifier' ||
      (tree.type === 'BinaryExpression' && tree.operator === ':');
    if (!isReference) return () => REF;
    const run = compiler.another().value(tree, 'single');
    return (at) => {
      const found = run(at);
      return found instanceof Ref || (isError(found) && isUnknown(found)) ? found : REF;
    };
  } catch {
    return () => REF;
  }
}
