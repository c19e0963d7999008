import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { type Node, childrenOf, parseXml } from '../../src/book/xml';

/** What makes Office repair a file and the SDK's validator does not see: how parts hang together. */

/** A file as its parts, with where the relationships of each lead. */
export interface Package {
  parts: Record<string, Uint8Array>;
  /** Part → relationship id → the part that it leads to; undefined where that is outside. */
  relations: Map<string, Map<string, string | undefined>>;
  /** Content type by part. */
  types: Map<string, string>;
  problems: string[];
}

const typesName = '[Content_Types].xml';
const extensionOf = (name: string) => (/\.([^./]+)$/.exec(name)?.[1] ?? '').toLowerCase();
const twice = (all: readonly string[]): string[] => all.filter((one, i) => all.indexOf(one) !== i);

const isXml = (name: string): boolean => /\.(?:xml|rels|vml)$/.test(name);

export function openPackage(file: Uint8Array): Package {
  const parts = unzipSync(file);
  const names = Object.keys(parts).filter((name) => !name.endsWith('/'));
  const problems: string[] = [];
  const trees = new Map<string, Node>();
  for (const name of names.filter(isXml)) {
    try {
      trees.set(name, parseXml(parts[name] as Uint8Array));
    } catch (error) {
      problems.push(`${name} is not XML: ${(error as Error).message}`);
    }
  }
  problems.push(
    ...twice(names.map((name) => name.toLowerCase())).map((name) => `${name} is twice`),
  );
  const types = contentTypes(trees.get(typesName), names, problems);
  const relations = relationsOf(trees, new Set(names), problems);
  const reached = new Set([...relations.values()].flatMap((own) => [...own.values()]));
  for (const name of names) {
    if (name === typesName || name.endsWith('.rels')) continue;
    if (!reached.has(name)) problems.push(`nothing leads to ${name}`);
    const used = [
      ...strFromU8(parts[name] as Uint8Array).matchAll(/\br:(?:id|embed|link)="([^"]+)"/g),
    ];
    for (const [, id = ''] of isXml(name) ? used : [])
      if (!relations.get(name)?.has(id)) problems.push(`${name} has no relationship ${id}`);
  }
  return { parts, relations, types, problems };
}

function contentTypes(
  tree: Node | undefined,
  names: readonly string[],
  problems: string[],
): Map<string, string> {
  const defaults = new Map(
    childrenOf(tree, 'Default').map(({ attributes: { Extension = '', ContentType = '' } }) => [
      Extension.toLowerCase(),
      ContentType,
    ]),
  );
  const overrides = childrenOf(tree, 'Override').map(({ attributes }) => [
    (attributes.PartName ?? '').slice(1),
    attributes.ContentType ?? '',
  ]);
  for (const name of twice(overrides.map(([name]) => name as string)))
    problems.push(`${name} has two content types`);
  const own = new Map(overrides as [string, string][]);
  for (const name of own.keys())
    if (!names.includes(name)) problems.push(`a content type for ${name}, which is not there`);
  const types = new Map<string, string>();
  for (const name of names.filter((one) => one !== typesName)) {
    const type = own.get(name) ?? defaults.get(extensionOf(name));
    if (type === undefined) problems.push(`${name} has no content type`);
    else types.set(name, type);
  }
  return types;
}

function relationsOf(
  trees: ReadonlyMap<string, Node>,
  names: ReadonlySet<string>,
  problems: string[],
): Package['relations'] {
  const relations: Package['relations'] = new Map();
  for (const [name, tree] of trees) {
    if (!name.endsWith('.rels')) continue;
    const folder = posix.dirname(posix.dirname(name));
    const source = posix.join(folder, posix.basename(name, '.rels'));
    if (source !== '.rels' && name !== '_rels/.rels' && !names.has(source))
      problems.push(`${name} belongs to nothing`);
    const own = new Map<string, string | undefined>();
    for (const { attributes } of childrenOf(tree, 'Relationship')) {
      const { Id = '', Target = '', TargetMode } = attributes;
      if (own.has(Id)) problems.push(`${name} has ${Id} twice`);
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      own.set(Id, TargetMode === 'External' ? undefined : target);
      if (TargetMode !== 'External' && !names.has(target))
        problems.push(`${name} leads to ${target}, which is not there`);
    }
    relations.set(source, own);
  }
  return relations;
}
