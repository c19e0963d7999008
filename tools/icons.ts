import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** Draws assets/<name>-<size>.png from their SVG sources: `npm run icons`. */

const small = [16, 20, 24];
const large = [32, 40, 48, 64, 80];
const drawings = [
  { name: 'icon', source: 'icon-small', sizes: small },
  { name: 'icon', source: 'icon', sizes: [...large, 128] },
  ...['layout', 'check', 'settle'].flatMap((name) => [
    { name, source: `${name}-small`, sizes: small },
    { name, source: name, sizes: large },
  ]),
];

const asset = (name: string) => new URL(`../assets/${name}`, import.meta.url);

for (const { name, source, sizes } of drawings) {
  const svg = readFileSync(asset(`${source}.svg`), 'utf8');
  for (const width of sizes) {
    const picture = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render();
    writeFileSync(asset(`${name}-${width}.png`), picture.asPng());
  }
}
