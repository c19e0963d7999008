import type { Engine } from '../engine';
import { instance, type Instance, type Kind } from '../kind';
import { HostRefusal, invalidArgument, itemNotFound } from '../refusal';

/** All parts, or those of one namespace. */
interface Scope {
  namespace?: string;
}

type Part = Engine['book']['customXml'][number];

const within = ({ namespace }: Scope, engine: Engine): Part[] =>
  engine.book.customXml.filter((part) => namespace === undefined || part.namespace === namespace);

const of = (part: Part | undefined): Instance<Part> | null =>
  part ? instance(customXmlPart, part) : null;

/** The namespace of an XML text's root element; refused when the text has no root. */
function namespaceOf(xml: unknown): string {
  const root =
    /^\s*(?:<\?[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*([^>]*)>/.exec(
      String(xml),
    );
  if (!root) throw invalidArgument('The text is no XML document.');
  const prefix = root[1]?.slice(0, -1);
  const attribute = prefix ? `xmlns:${prefix}` : 'xmlns';
  const found = new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(` ${root[2]}`);
  return found?.[1] ?? found?.[2] ?? '';
}

function item(scope: Scope, id: unknown, engine: Engine): Instance<Part> {
  const found = of(within(scope, engine).find((part) => part.id === id));
  if (!found) throw itemNotFound();
  return found;
}

export const customXmlPartCollection: Kind<Scope> = {
  name: 'CustomXmlPartCollection',
  items: (scope, engine) => within(scope, engine).map((part) => instance(customXmlPart, part)),
  item,
  call: {
    Add: (_, [xml], engine) => {
      const id = `{00000000-0002-0000-${String(engine.nextId()).padStart(4, '0')}-000000000000}`;
      const part = { id, namespace: namespaceOf(xml), xml: String(xml) };
      engine.book.customXml.push(part);
      return of(part);
    },
    GetByNamespace: (_, [namespace]) => instance(customXmlPartCollection, { namespace }),
    GetItem: (scope, [id], engine) => item(scope, id, engine),
    GetItemOrNullObject: (scope, [id], engine) =>
      of(within(scope, engine).find((part) => part.id === id)),
    GetCount: (scope, _args, engine) => within(scope, engine).length,
    GetOnlyItem: (scope, _args, engine) => {
      const parts = within(scope, engine);
      if (parts.length !== 1)
        throw new HostRefusal('GeneralException', 'There is not exactly one part.');
      return of(parts[0]);
    },
    GetOnlyItemOrNullObject: (scope, _args, engine) => {
      const parts = within(scope, engine);
      return parts.length === 1 ? of(parts[0]) : null;
    },
  },
};

const customXmlPart: Kind<Part> = {
  name: 'CustomXmlPart',
  key: ({ id }) => ({ Id: id }),
  get: { Id: ({ id }) => id, NamespaceUri: ({ namespace }) => namespace },
  call: {
    GetXml: ({ xml }) => xml,
    SetXml: (part, [xml]) => {
      part.namespace = namespaceOf(xml);
      part.xml = String(xml);
    },
    Delete: (part, _args, engine) => {
      engine.book.customXml = engine.book.customXml.filter((other) => other !== part);
    },
  },
};
