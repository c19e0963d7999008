import { targetOf, type Target } from './target';
import { jsonBytes } from './text';

/** Above so many cells the client writes in slices of whole rows, each a range of its own. */
export const sliceCells = 1500;
const matrices = new Set(['values', 'formulas', 'numberFormat']);
const ranges = /^get(Range|Row|Column|Cell|Last|Offset|Resized|AbsoluteResized|Entire)|Range$/;
/** Kinds of paths and actions have one digit, whichever it is. */
const digit = 9;
const actionsOnly =
  /^(activate|apply|clear|clearFilters|copyFrom|delete|freezeAt|resize|set[A-Z]\w*|suspend\w+)$/;

/**
 * Weighs requests before they are sent: what is done to its workbook is written down as Microsoft's
 * client would write it, and only the bytes of that are kept. Objects cost a path and an action, ranges
 * that are tracked two actions more; ids count on through a request.
 */
export class Scale {
  /** Of the request so far. */
  bytes = jsonBytes({ AutoKeepReference: true, Actions: [], ObjectPaths: {} });
  readonly target: Target;
  private readonly ids = new WeakMap<object, number>();

  /** @param id the last one that was given out */
  constructor(private id = 0) {
    this.target = targetOf(
      this.object(this.path({ ObjectPathType: digit, Name: '' })) as Excel.Workbook,
    );
  }

  get lastId(): number {
    return this.id;
  }

  /** A path and the action that makes an object of it; the id stands once more where it is last used. */
  private path(described: object): number {
    const Id = (this.id += 1);
    this.bytes += jsonBytes({ [Id]: { Id, ...described } }) - 1 + jsonBytes(Id) + 1;
    this.action({ ActionType: digit, Name: '', ObjectPathId: Id });
    return Id;
  }

  private action(described: object): void {
    this.bytes += jsonBytes({ Id: (this.id += 1), ...described }) + 1;
  }

  /** An object of the client, seen from outside: members are asked for, set and called. */
  private object(id: number): object {
    const members = new Map<string, object>();
    const proxy: object = new Proxy(
      {},
      {
        get: (_, name: string) => {
          const known = members.get(name) ?? this.member(id, name, () => proxy);
          members.set(name, known);
          return known;
        },
        set: (_, name: string, value) => {
          this.set(id, name, value);
          return true;
        },
      },
    );
    this.ids.set(proxy, id);
    return proxy;
  }

  /** A member before it is known whether it is called or leads to another object. */
  private member(parent: number, name: string, self: () => object): object {
    let child: Record<string, unknown> | undefined;
    const lead = () =>
      (child ??= this.object(
        this.path({ ObjectPathType: digit, Name: pascal(name), ParentObjectPathId: parent }),
      ) as Record<string, unknown>);
    return new Proxy(() => undefined, {
      get: (_, inner: string) => lead()[inner],
      set: (_, inner: string, value) => {
        lead()[inner] = value;
        return true;
      },
      apply: (_, __, args: unknown[]) => {
        if (name === 'untrack') return this.untrack(parent, self());
        return this.call(parent, name, args);
      },
    });
  }

  private call(parent: number, name: string, args: unknown[]): object | undefined {
    const ArgumentInfo = this.given(args);
    if (name === 'load') {
      this.action({
        ActionType: digit,
        Name: '',
        ObjectPathId: parent,
        QueryInfo: { Select: args },
      });
      return undefined;
    }
    if (actionsOnly.test(name)) {
      this.action({ ActionType: digit, Name: pascal(name), ObjectPathId: parent, ArgumentInfo });
      return undefined;
    }
    const indexed = name === 'getItem';
    const id = this.path({
      ObjectPathType: digit,
      Name: indexed ? '' : pascal(name),
      ParentObjectPathId: parent,
      ArgumentInfo,
    });
    if (ranges.test(name)) {
      this.bytes += keep(id);
      this.action({ ActionType: digit, Name: '', ObjectPathId: id });
    }
    return this.object(id);
  }

  private given(args: unknown[]): object {
    const references = args.map((one) =>
      typeof one === 'object' && one !== null ? (this.ids.get(one) ?? 0) : 0,
    );
    if (!references.some(Boolean)) return { Arguments: args };
    return {
      Arguments: args.map((one, i) => references[i] || one),
      ReferencedObjectPathIds: references,
    };
  }

  private untrack(id: number, object: object): object {
    this.bytes += ',"D":true'.length - keep(id);
    return object;
  }

  private set(parent: number, name: string, value: unknown): void {
    const cells = Array.isArray(value) && Array.isArray(value[0]) ? (value as unknown[][]) : [];
    const width = cells[0]?.length ?? 0;
    const Name = pascal(name);
    const property = (id: number, one: unknown) =>
      this.action({
        ActionType: digit,
        Name,
        ObjectPathId: id,
        ArgumentInfo: { Arguments: [one] },
      });
    if (!matrices.has(name) || cells.length * width <= sliceCells) return property(parent, value);
    const rows = Math.max(1, Math.round(sliceCells / width));
    this.call(parent, 'setSize', [cells.length, width]);
    for (let start = 0; start < cells.length; start += rows) {
      const slice = cells.slice(start, start + rows);
      const range = this.object(parent) as Excel.Range;
      const last = range.getRow(start + slice.length - 1).untrack();
      const part = range.getRow(start).untrack().getBoundingRect(last);
      property(this.ids.get(part.untrack()) ?? 0, slice);
    }
  }
}

const keep = (id: number): number =>
  jsonBytes({
    Id: id,
    ActionType: digit,
    Name: '_KeepReference',
    ObjectPathId: id,
    ArgumentInfo: { Arguments: [] },
  }) + 1;

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
