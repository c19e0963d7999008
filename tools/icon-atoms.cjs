/**
 * Fluent's components import their few icons from the module of all, 16 MB that would be read for each build.
 * Each icon has a module of its own, named after it without size and shape: `ChevronDown16Regular` is in
 * `svg/chevron-down`.
 */
const all = /import\s*\{([^}]*)\}\s*from\s*(["'])@fluentui\/react-icons\2/g;
const shape = /\d*(Regular|Filled|Light|Color)$/;
const kebab = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();

const moduleOf = (name) => (shape.test(name) ? `svg/${kebab(name.replace(shape, ''))}` : 'utils');

module.exports = (source) =>
  source.replace(all, (_, list) =>
    list
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean)
      .map((each) => {
        const [name] = each.split(/\s+as\s+/);
        return `import { ${each} } from '@fluentui/react-icons/${moduleOf(name)}'`;
      })
      .join(';\n'),
  );
