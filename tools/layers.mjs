import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The one-way flow of the architecture as data, and the ESLint rule that keeps it.
 *
 * A folder of `src/` may import itself, the folders in `imports`, and any npm package that no
 * other folder has for itself (`packages` below). A folder of any depth that has an index.ts is
 * entered through it alone; a folder inside it has a door of its own, or is open.
 */

const core = ['messages', 'rules', 'catalog', 'engagement'];
const excel = [...core, 'workbook', 'explain', 'office'];

/** Folder of src/ → the other folders of src/ that it may import. */
export const imports = {
  messages: [],
  xml: [],
  rules: [],
  catalog: ['messages', 'rules'],
  engagement: ['catalog', 'rules', 'messages'],
  workbook: core,
  explain: [...core, 'workbook'],
  office: [...core, 'workbook', 'explain'],
  deliver: [...core, 'xml', 'explain'],
  portfolio: excel,
  readings: [...excel, 'book'],
  experience: excel,
  exchange: [...excel, 'book', 'host'],
  taskpane: [...excel, 'deliver', 'exchange', 'readings'],
  commands: ['taskpane'],
  workshop: [...excel, 'deliver', 'taskpane'],
  book: ['xml'],
  host: ['book'],
  workbench: [...excel, 'deliver', 'exchange', 'readings', 'taskpane', 'workshop', 'book', 'host'],
  cli: [...excel, 'deliver', 'portfolio', 'experience', 'exchange', 'readings', 'book', 'host'],
};

/** Packages that only some folders may import; an empty list means none. */
export const packages = [
  { name: /^(react|react-dom|@fluentui\/.*)(\/|$)/, only: ['taskpane', 'workshop', 'workbench'] },
  { name: /^@univerjs-pro\//, only: [] },
  { name: /^@univerjs\/presets(\/|$)/, only: [] },
  { name: /^@univerjs\//, only: ['host', 'workbench'] },
  { name: /^@duckdb\//, only: ['cli'] },
  { name: /^@microsoft\/office-js(\/|$)/, only: ['host', 'cli', 'workbench'] },
  { name: /^node:/, only: ['host', 'cli'] },
];

const root = path.resolve(import.meta.dirname, '..');
const doors = new Map();

/** Whether the folder, a path from `src/` on, has an index.ts. */
function hasDoor(folder) {
  if (!doors.has(folder)) doors.set(folder, existsSync(path.join(root, folder, 'index.ts')));
  return doors.get(folder);
}

/** The folder whose door an import passes by, or undefined. */
function passedBy(file, target) {
  const folder = path.posix.dirname(target);
  const isDoor = path.posix.basename(target) === 'index' || hasDoor(inSource(target));
  const passes = !isDoor && !file.startsWith(`${folder}/`) && hasDoor(inSource(folder));
  return passes ? inSource(folder) : undefined;
}

const inSource = (file) => file.slice(file.lastIndexOf('src/'));

const layerOf = (file) => /(?:^|\/)src\/([^/]+)\/./.exec(file)?.[1];

/**
 * Says why `file` must not import `source`, or returns undefined where it may.
 * `file` is an absolute or repo-relative path with forward slashes.
 */
export function violation(file, source) {
  const from = layerOf(file);
  if (!from) return undefined;
  const allowed = imports[from];
  if (!allowed) return `src/${from} is not in tools/layers.mjs: give it a place in the flow.`;
  if (!source.startsWith('.')) {
    const owned = packages.find(({ name }) => name.test(source));
    if (!owned || owned.only.includes(from)) return undefined;
    const owners = owned.only.map((folder) => `src/${folder}`).join(', ') || 'nothing';
    return `"${source}" is for ${owners}, not for src/${from}.`;
  }
  const target = path.posix.join(path.posix.dirname(file), source);
  const to = layerOf(`${target}/.`);
  if (!to) return `"${source}" leaves src/: product code imports only product code.`;
  if (to === from || allowed.includes(to)) {
    const folder = passedBy(file, target);
    return folder && `${folder} has an index.ts: import what it exports, no other file of it.`;
  }
  const may = allowed.map((folder) => `src/${folder}`).join(', ') || 'no other folder';
  return `src/${from} must not import src/${to}; it may import ${may}.`;
}

/** ESLint rule: every static, dynamic, re-exporting and type-only import keeps the flow. */
const rule = {
  meta: { type: 'problem', schema: [], messages: { flow: '{{why}}' } },
  create(context) {
    const file = context.filename.split(path.sep).join('/');
    const check = (node) => {
      if (typeof node?.value !== 'string') return;
      const why = violation(file, node.value);
      if (why) context.report({ node, messageId: 'flow', data: { why } });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
      "CallExpression[callee.name='require']": (node) => check(node.arguments[0]),
    };
  },
};

export default { rules: { flow: rule } };
