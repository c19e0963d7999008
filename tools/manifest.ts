import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { requiredApi } from '../src/taskpane/core/excel';
import { devUrl } from './manifestOf.cjs';

/** What can be said of a manifest without Microsoft's validation service. */

const locales = ['en-US', 'zh-TW'];
const pages = ['taskpane.html'];
const rootOrder = [
  'Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl',
  'SupportUrl Hosts Requirements DefaultSettings Permissions VersionOverrides',
  'ExtendedOverrides',
]
  .join(' ')
  .split(' ');

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text.trim();
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

const all = (element: Element): Element[] => [element, ...element.children.flatMap(all)];

function identity(app: Element): string[] {
  const text = (name: string) => app.children.find((child) => child.name === name)?.text ?? '';
  const order = app.children.map((child) => child.name);
  const problems: string[] = [];
  if (order.join() !== rootOrder.join())
    problems.push(`OfficeApp must hold, in this order: ${rootOrder.join(', ')}.`);
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text('Id')))
    problems.push(`Id "${text('Id')}" is no GUID.`);
  if (!/^\d+(\.\d+){3}$/.test(text('Version')))
    problems.push(`Version "${text('Version')}" must have four parts, as in 1.0.0.0.`);
  return problems;
}

/** Every text in every language, within the schema's lengths. */
function texts(elements: Element[]): string[] {
  const limits: Record<string, number> = { DisplayName: 125, 'bt:ShortStrings': 125 };
  const check = (owner: Element, limit: number, label: string) => {
    const overrides = owner.children.filter(({ name }) => name.endsWith('Override'));
    const missing = locales.filter(
      (locale) => !overrides.some(({ attributes }) => attributes.Locale === locale),
    );
    const values = [owner.attributes.DefaultValue, ...overrides.map((o) => o.attributes.Value)];
    const wrong = values.filter((value) => !value || value.length > limit);
    return [
      ...missing.map((locale) => `${label} has no ${locale} text.`),
      ...wrong.map((value) => `${label} needs 1 to ${limit} characters: "${value ?? ''}".`),
    ];
  };
  return elements.flatMap((element) => {
    const limit = limits[element.name] ?? 250;
    if (
      element.name === 'DisplayName' ||
      (element.name === 'Description' && !element.attributes.resid)
    )
      return check(element, limit, element.name);
    if (element.name === 'bt:ShortStrings' || element.name === 'bt:LongStrings')
      return element.children.flatMap((text) => check(text, limit, String(text.attributes.id)));
    return [];
  });
}

/** Every resource is defined once, named in at most 32 characters, and used. */
function resources(elements: Element[]): string[] {
  const inResources = new Set(elements.filter(({ name }) => name === 'Resources').flatMap(all));
  const defined = [...inResources].flatMap(({ attributes }) => attributes.id ?? []);
  const used = new Set(elements.flatMap(({ attributes }) => attributes.resid ?? []));
  return [
    ...[...used].filter((id) => !defined.includes(id)).map((id) => `resid "${id}" is not defined.`),
    ...defined.filter((id) => !used.has(id)).map((id) => `Resource "${id}" is not used.`),
    ...defined.filter((id) => id.length > 32).map((id) => `"${id}" is longer than 32 characters.`),
    ...defined
      .filter((id, index) => defined.indexOf(id) !== index)
      .map((id) => `Resource "${id}" is defined twice.`),
  ];
}

/** Width of a PNG in pixels, read from its header. */
const pngWidth = (file: string) => readFileSync(file).readUInt32BE(16);

/** Every address is ours, and what it names is there in the size it is named for. */
function addresses(elements: Element[], root: string, base: string): string[] {
  const sizes = new Map<string, number>();
  const urlOf = (id: string | undefined) =>
    elements.find(({ attributes }) => id !== undefined && attributes.id === id)?.attributes
      .DefaultValue ?? '';
  for (const { name, attributes } of elements) {
    if (name === 'IconUrl') sizes.set(String(attributes.DefaultValue), 32);
    if (name === 'HighResolutionIconUrl') sizes.set(String(attributes.DefaultValue), 64);
    if (name === 'bt:Image' && attributes.size)
      sizes.set(urlOf(attributes.resid), Number(attributes.size));
  }
  const urls = elements.flatMap(({ attributes }) =>
    (attributes.DefaultValue ?? '').includes('://') ? String(attributes.DefaultValue) : [],
  );
  return [...new Set(urls)].flatMap((url) => {
    if (!url.startsWith(base))
      return [
        base === devUrl
          ? `${url} must start with ${devUrl}: the build replaces it.`
          : `${url} must start with ${base}, where the pane is.`,
      ];
    const name = url.slice(base.length);
    const file = path.join(root, name);
    if (base === devUrl && pages.includes(name)) return [];
    if (!existsSync(file))
      return [`${url} names no file of ${base === devUrl ? 'assets/' : 'the build'}.`];
    const size = sizes.get(url);
    if (size === undefined || pngWidth(file) === size) return [];
    return [`${url} is ${pngWidth(file)} pixels wide, not ${size}.`];
  });
}

function demands(elements: Element[]): string[] {
  const needed = { ExcelApi: requiredApi, SharedRuntime: '1.1' };
  const sets = new Map(
    elements
      .filter(({ name }) => name === 'Set')
      .map(({ attributes }) => [attributes.Name, attributes.MinVersion]),
  );
  const runtime = elements.find(({ name }) => name === 'Runtime')?.attributes;
  const shared = elements.find(({ name }) => name === 'FunctionFile')?.attributes.resid;
  return [
    ...Object.entries(needed)
      .filter(([name, version]) => sets.get(name) !== version)
      .map(([name, version]) => `Requirements must ask for ${name} ${version}.`),
    ...(runtime?.lifetime === 'long' && runtime.resid === shared
      ? []
      : ['Pane and commands share one runtime: one resid, lifetime "long".']),
  ];
}

/** The address of the folder that a manifest's pane is in, with a closing slash. */
export const addressOf = (xml: string): string =>
  (
    all(parse(xml)).find(({ name }) => name === 'SourceLocation')?.attributes.DefaultValue ?? ''
  ).replace(/[^/]*$/, '');

/**
 * What is wrong with a manifest, one sentence each; none for a good one. Throws where `xml` is not well
 * formed.
 * @param root the folder that holds assets/: the repository's, or the build's
 * @param base the address that stands for it
 */
export function problems(xml: string, root: string, base = devUrl): string[] {
  const app = parse(xml);
  const elements = all(app);
  return [
    ...identity(app),
    ...texts(elements),
    ...resources(elements),
    ...addresses(elements, root, base),
    ...demands(elements),
  ];
}

/** Names of the functions that the ribbon's buttons call. */
export const functionNames = (xml: string): string[] =>
  all(parse(xml)).flatMap(({ name, text }) => (name === 'FunctionName' ? text : []));
