import { readFile } from 'node:fs/promises';

const about = `What the catalogs' queries are over. Map an export to one of these tables once
([how](readings-data.md)), and every metric that reads it comes with it. **Bold** columns together tell one
row from another. A column that no metric in use reads need not be there.`;

const types = { text: 'text', number: 'number', date: 'day or time', flag: 'yes or no' };

const partsOf = ({ table, value, numerator, denominator }) =>
  [value, numerator, denominator].flatMap((part) => (part ? [part.table ?? table] : []));

/** docs/canonical-tables.md: the tables, their columns, and the metrics that are read from them. */
export async function tablesDocument(root) {
  const read = async (file) =>
    JSON.parse(await readFile(new URL(`src/catalog/${file}.json`, root), 'utf8'));
  const [tables, words] = [await read('tables'), await read('tableWords')];
  const models = await Promise.all(
    ['key-account', 'after-sales'].map((model) => read(`models/${model}/metrics`)),
  );
  const metrics = models.flat().filter(({ query }) => query);
  const sections = Object.entries(tables).flatMap(([name, { key, columns, words: few = {} }]) => {
    const said = words[name];
    const rows = Object.entries(columns).map(
      ([column, type]) =>
        `| ${key.includes(column) ? `**${column}**` : column} | ${few[column]?.join(', ') ?? types[type]} | ${said.columns[column].en} |`,
    );
    const readers = metrics.filter(({ query }) => partsOf(query).includes(name));
    return [
      `## ${name}`,
      `${said.about.en}.`,
      ['| column | holds | what |', '| --- | --- | --- |', ...rows].join('\n'),
      `Read by: ${readers.map(({ id, text }) => `${text.en} (\`${id}\`)`).join(', ')}.`,
    ];
  });
  return `${['# Canonical tables', '<!-- written by npm run docs -->', about, ...sections].join('\n\n')}\n`;
}
