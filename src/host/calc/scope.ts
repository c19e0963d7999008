import type { LambdaExpression, LetExpression } from '@borgar/fx';
import type { Compiler, Mode, Run } from './compile';
import { Lambda, VALUE, type Operand } from './values';

/** A name that LET or LAMBDA gives to a value while what is around it is computed. */
interface Slot {
  name: string;
  value: Operand | undefined;
}

/** Calls within calls; beyond it a formula is not evaluated. Excel has about a thousand. */
const deepest = 200;

/** Files mark such names: `_xlpm.` a name, `_xlop.` one that may be left out. */
const plain = (name: string) => name.replace(/^_xl(?:pm|op)\./i, '').toLowerCase();

/** The names that LET and LAMBDA give, as seen from a place in a formula. */
export class Scope {
  private readonly slots: Slot[] = [];

  /** Reads a name; undefined where nothing here has it. */
  read(name: string): Run | undefined {
    const slot = this.find(name);
    return slot && (() => slot.value ?? null);
  }

  /** Whether a parameter was left out; undefined where nothing has the name. */
  omits(name: string): (() => boolean) | undefined {
    const slot = this.find(name);
    return slot && (() => slot.value === undefined);
  }

  private find(name: string): Slot | undefined {
    const wanted = plain(name);
    return this.slots.findLast((slot) => slot.name === wanted);
  }

  binding(node: LetExpression, compiler: Compiler, mode: Mode): Run {
    const before = this.slots.length;
    const bound = node.declarations.map(({ id, init }) => {
      const run = compiler.value(init, mode);
      return { slot: this.add(id.name), run };
    });
    const body = compiler.value(node.body, mode);
    this.slots.length = before;
    const slots = bound.map(({ slot }) => slot);
    return (at) =>
      keeping(slots, () => {
        for (const { slot, run } of bound) slot.value = run(at);
        return body(at);
      });
  }

  function(node: LambdaExpression, compiler: Compiler, mode: Mode): Run {
    const around = [...this.slots];
    const own = node.params.map(({ name }) => this.add(name));
    const body = compiler.value(node.body, mode);
    this.slots.length = around.length;
    return () => {
      const seen = around.map(({ value }) => value);
      return new Lambda(own.length, (at, args) => {
        if (args.length > own.length) return VALUE;
        if (depth >= deepest) return at.source.miss();
        return keeping([...around, ...own], () => {
          around.forEach((slot, i) => (slot.value = seen[i]));
          own.forEach((slot, i) => (slot.value = args[i]));
          return body(at);
        });
      });
    };
  }

  private add(name: string): Slot {
    const slot: Slot = { name: plain(name), value: undefined };
    this.slots.push(slot);
    return slot;
  }
}

let depth = 0;

/** Cells with one formula share its slots, and one may be computed within another: what was there is put back. */
function keeping<T>(slots: Slot[], run: () => T): T {
  const before = slots.map(({ value }) => value);
  depth++;
  try {
    return run();
  } finally {
    depth--;
    slots.forEach((slot, i) => (slot.value = before[i]));
  }
}
