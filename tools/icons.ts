import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/** Draws assets/icon-<size>.png from the two SVG sources: `npm run icons`. */

const drawings = [
  { source: 'icon-small', sizes: [16, 20, 24] },
  { source: 'icon', sizes: [32, 40, 48, 64, 80, 128] },
];

const asset = (name: string) => new URL(`../assets/${name}`, import.meta.url);

for (const { source, sizes } of drawings) {
  const svg = readFileSync(asset(`${source}.svg`), 'utf8');
  for (const width of sizes) {
    const picture = new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render();
    writeFileSync(asset(`icon-${width}.png`), picture.asPng());
  }
}
