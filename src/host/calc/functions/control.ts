import type { CellError, Scalar } from '../../../book';
import { toBoolean, toNumber } from '../coerce';
import type { Compiler, Mode, Run } from '../compile';
import { binary, elementwise, intersect, isArray, isBlock, matrixOf, met } from '../operators';
import type { Node } from '../parse';
import { NA, VALUE, isError, type Operand } from '../values';
import { referenceFlow } from './referenceFlow';

export type Arguments = readonly (Node | null | undefined)[];

/** How many arguments each takes: at least, at most. */
export const controlArguments: Record<string, [number, number]> = {
  IF: [2, 3],
  IFERROR: [2, 2],
  IFNA: [2, 2],
  CHOOSE: [2, 255],
  IFS: [2, 254],
  SWITCH: [3, 254],
  INDIRECT: [1, 2],
  SHEET: [0, 1],
  SHEETS: [0, 1],
  ISOMITTED: [1, 1],
};

/** Functions that compute only the arguments they need; they may yield a reference. */
export const controlFlow: Record<string, (compiler: Compiler, args: Arguments, mode: Mode) => Run> =
  {
    ...referenceFlow,
    IF: (compiler, args, mode) => {
      const test = compiler.value(args[0], mode);
      const yes = compiler.value(args[1], mode);
      const no: Run = args.length > 2 ? compiler.value(args[2], mode) : () => false;
      return branch(test, yes, no, mode);
    },
    IFERROR: (compiler, args, mode) => otherwise(compiler, args, mode, isError),
    IFNA: (compiler, args, mode) =>
      otherwise(compiler, args, mode, (value) => isError(value) && value.code === '#N/A'),
    CHOOSE: (compiler, args, mode) => {
      const index = compiler.value(args[0], mode);
      const choices = args.slice(1).map((choice) => compiler.value(choice, mode));
      const chosen = <T>(of: Scalar, all: readonly T[]) => {
        const position = toNumber(of);
        if (isError(position)) return position;
        const place = Math.trunc(position) - 1;
        // An empty cell is chosen as what it is.
        return place in all ? all[place]! : VALUE;
      };
      const isMany = mode === 'array' ? isBlock : isArray;
      return (at) => {
        const which = index(at);
        if (isMany(which) && matrixOf(which).data.length > 1)
          return elementwise([which, ...choices.map((choice) => choice(at))], (of, ...all) =>
            chosen(of, all),
          );
        const choice = chosen(intersect(which, at), choices);
        return isError(choice) ? choice : choice(at);
      };
    },
    IFS: (compiler, args, mode) =>
      cascade(
        args.map((arg) => compiler.value(arg, mode)),
        mode,
        NA,
      ),
    SWITCH: (compiler, args, mode) => {
      const [wanted, ...rest] = args.map((arg) => compiler.value(arg, mode));
      const last = rest.length % 2 ? rest.pop() : undefined;
      const steps = rest.map((run, i): Run => {
        if (i % 2) return run;
        if (mode === 'array') return (at) => elementwise([wanted!(at), run(at)], binary['=']!);
        return (at) => elementwise([met(wanted!(at), at), met(run(at), at)], binary['=']!);
      });
      return cascade(steps, mode, last ?? NA);
    },
  };

/** Of conditions and values in turns, the value of the first that holds. */
function cascade(steps: Run[], mode: Mode, otherwise: Run | CellError): Run {
  const [test, value, ...rest] = steps;
  const last: Run = isError(otherwise) ? () => otherwise : (otherwise as Run);
  if (!test || !value) return last;
  return branch(test, value, cascade(rest, mode, otherwise), mode);
}

function branch(test: Run, yes: Run, no: Run, mode: Mode): Run {
  const isMany = mode === 'array' ? isBlock : isArray;
  return (at) => {
    const tests = test(at);
    if (!isMany(tests))
      return choose(
        intersect(tests, at),
        () => yes(at),
        () => no(at),
      );
    return elementwise([tests, yes(at), no(at)], (test, yes, no) =>
      choose(
        test,
        () => yes,
        () => no,
      ),
    );
  };
}

function choose<T extends Operand>(test: Scalar, yes: () => T, no: () => T): T | CellError {
  const chosen = toBoolean(test);
  if (isError(chosen)) return chosen;
  return chosen ? yes() : no();
}

function otherwise(
  compiler: Compiler,
  args: Arguments,
  mode: Mode,
  fails: (value: Scalar) => boolean,
): Run {
  const value = compiler.value(args[0], mode);
  const instead = compiler.value(args[1], mode);
  if (mode === 'array') {
    return (at) =>
      elementwise([value(at), instead(at)], (value, instead) => (fails(value) ? instead : value));
  }
  return (at) => {
    const found = met(value(at), at);
    if (isArray(found))
      return elementwise([found, met(instead(at), at)], (one, other) => (fails(one) ? other : one));
    return fails(found) ? instead(at) : found;
  };
}
