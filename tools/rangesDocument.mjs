import { readFile } from 'node:fs/promises';

const about = `Where others stand, by metric, with the source and the year of the figures. The figures, whom they
speak of and where a definition differs stand in \`src/catalog/models/*/ranges.json\`; they are shown beside
baseline and target and never filled in. A metric for which no figure of its own or a near definition was found has
none: many amounts of money say something of one firm only, and scores of this product are measured nowhere
else. What is published in a currency is shown with it and not compared with a baseline.`;

const sourcesOf = (ranges, links) => [
  ...new Set(ranges.map(({ source, year }) => `${links.get(source)}, ${year}`)),
];

/** Which metrics of a model have a published range and where it comes from, and which have none. */
function section(head, metrics, ranges) {
  const links = new Map(head.sources.map(({ id, title, url }) => [id, `[${title}](${url})`]));
  const name = ({ id, text }) => `- ${text.en} (\`${id}\`)`;
  const found = metrics.filter(({ id }) => ranges[id]);
  const none = metrics.filter(({ id }) => !ranges[id]);
  return [
    `## ${head.name.en}`,
    `${found.length} of ${metrics.length} metrics have a published range.`,
    found
      .map((metric) => `${name(metric)}: ${sourcesOf(ranges[metric.id], links).join('; ')}`)
      .join('\n'),
    ...(none.length > 0 ? ['### None found', none.map(name).join('\n')] : []),
  ];
}

/** docs/ranges.md: what is published for the metrics of both models, and for those a variant adds. */
export async function rangesDocument(root) {
  const read = async (model, file) =>
    JSON.parse(await readFile(new URL(`src/catalog/models/${model}/${file}.json`, root), 'utf8'));
  const sections = await Promise.all(
    ['key-account', 'after-sales'].map(async (model) =>
      section(
        ...(await Promise.all(['head', 'metrics', 'ranges'].map((file) => read(model, file)))),
      ),
    ),
  );
  const variant = await read('industrial-equipment', 'overlay');
  const added = variant.metrics.filter(({ text }) => text);
  sections.push(section(variant, added, Object.fromEntries(added.map((m) => [m.id, m.ranges]))));
  return `${['# Published ranges', '<!-- written by npm run docs -->', about, ...sections.flat()].join('\n\n')}\n`;
}
