import type { CellError, Scalar } from '../../../book';
import { toBoolean, toNumber } from '../coerce';
import type { Compiler, Mode, Run } from '../compile';
import { elementwise, intersect } from '../operators';
import type { Node } from '../parse';
import { Ref } from '../ref';
import { Matrix, VALUE, isError, type Value } from '../values';

type Arguments = readonly (Node | null | undefined)[];

/** How many arguments each takes: at least, at most. */
export const controlArguments: Record<string, [number, number]> = {
  IF: [2, 3],
  IFERROR: [2, 2],
  IFNA: [2, 2],
  CHOOSE: [2, 255],
};

/** Functions that compute only the arguments they need; they may yield a reference. */
export const controlFlow: Record<string, (compiler: Compiler, args: Arguments, mode: Mode) => Run> =
  {
    IF: (compiler, args, mode) => {
      const test = compiler.value(args[0], mode);
      const yes = compiler.value(args[1], mode);
      const no: Run = args.length > 2 ? compiler.value(args[2], mode) : () => false;
      if (mode === 'array') {
        return (at) => {
          const tests = test(at);
          if (!isBlock(tests))
            return choose(
              tests,
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
      return (at) =>
        choose(
          intersect(test(at), at),
          () => yes(at),
          () => no(at),
        );
    },
    IFERROR: (compiler, args, mode) => otherwise(compiler, args, mode, isError),
    IFNA: (compiler, args, mode) =>
      otherwise(compiler, args, mode, (value) => isError(value) && value.code === '#N/A'),
    CHOOSE: (compiler, args, mode) => {
      const index = compiler.scalar(args[0]);
      const choices = args.slice(1).map((choice) => compiler.value(choice, mode));
      return (at) => {
        const position = toNumber(index(at));
        if (isError(position)) return position;
        const choice = choices[Math.trunc(position) - 1];
        return choice ? choice(at) : VALUE;
      };
    },
  };

const isBlock = (value: Value): value is Matrix | Ref =>
  value instanceof Matrix || value instanceof Ref;

function choose<T extends Value>(test: Scalar, yes: () => T, no: () => T): T | CellError {
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
    const scalar = intersect(value(at), at);
    return fails(scalar) ? instead(at) : scalar;
  };
}
