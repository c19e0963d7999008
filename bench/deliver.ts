import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import PptxGenJS from 'pptxgenjs';
import { strFromU8, unzipSync } from 'fflate';
import {
  annexOf,
  docxOf,
  drawPages,
  mapFormats,
  mapOf,
  outlineOf,
  slidesOf,
  statementOf,
  svgOf,
  type Outline,
} from '../src/deliver';
import { pdfOf } from '../src/deliver/papers/pdf';
import { parseEngagementText } from '../src/engagement/parse';
import { openProject } from '../src/engagement/project';
import type { Engagement } from '../src/engagement/schema';
import { createHost } from '../src/host';
import { layOut } from '../src/office';
import { study } from '../src/office/agreement';
import { stopwatch, summary, turns, type Runs } from './measure';
import type { Report } from './report';

const root = path.join(__dirname, '..');
const font = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

function example(): Engagement {
  const text = readFileSync(path.join(root, 'examples', 'after-sales.json'), 'utf8');
  const { engagement, problems } = parseEngagementText(text);
  if (!engagement) throw new Error(JSON.stringify(problems));
  return engagement;
}

/** The example with so many picks in all: its own, then items that the client added. */
function withPicks(count: number): Engagement {
  const engagement = example();
  for (const step of ['ask', 'plan', 'pain', 'function', 'innovation'] as const) {
    const share = Math.ceil(
      count * { ask: 0.05, plan: 0.05, pain: 0.3, function: 0.5, innovation: 0.1 }[step],
    );
    const rows = engagement[step];
    const dimension = Object.values(rows).find((row) => row.dimension)?.dimension;
    for (let i = Object.keys(rows).length; i < share; i += 1)
      rows[`custom.${step}.${1000 + i}`] = {
        pick: 'yes',
        phase: (['now', 'next', 'later'] as const)[i % 3],
        priority: 'medium',
        item: `第${i}项：客户自己加的一条，写清谁在什么时候按什么口径做什么，长短和真的一样`,
        explanation: '客户在评审会上提出，尚待和业务部门核对口径',
        ...(dimension && { dimension }),
      };
  }
  return engagement;
}

async function outlineFrom(engagement: Engagement): Promise<Outline> {
  const host = createHost();
  const studied = await host.run(async (context) => {
    await layOut(context, engagement);
    return study(context);
  });
  const ids = engagement.catalogs.map(({ id }) => id);
  const { catalog } = await openProject(ids, studied.spec.lang);
  return outlineOf(studied.spec, studied.read.results, catalog);
}

/** What the slides hold: slides and paragraphs of text. */
function counted(pptx: Uint8Array): { slides: number; texts: number } {
  const slides = Object.entries(unzipSync(pptx)).filter(([name]) =>
    /^ppt\/slides\/slide\d+\.xml$/.test(name),
  );
  const texts = slides.reduce((sum, [, xml]) => sum + strFromU8(xml).split('<a:t>').length - 1, 0);
  return { slides: slides.length, texts };
}

/** The peer: pptxgenjs alone, as many texts on as many slides, as tables without any layout. */
async function plainDeck({ slides, texts }: { slides: number; texts: number }): Promise<void> {
  const deck = new PptxGenJS();
  const each = Math.ceil(texts / slides);
  for (let i = 0; i < slides; i += 1) {
    const cells = Array.from({ length: Math.ceil(each / 4) }, () =>
      Array.from({ length: 4 }, () => ({ text: '客户自己加的一条，写清谁在什么时候做什么' })),
    );
    deck.addSlide().addTable(cells, { x: 0.5, y: 0.5, w: 9 });
  }
  await deck.write({ outputType: 'uint8array', compression: true });
}

/**
 * Every deliverable from an outline; memory is the heap after a run above that before it.
 * @param sizes picks in all; 0: the example as it is
 */
export async function deliverReports(sizes: readonly number[], runs: Runs): Promise<Report[]> {
  const rows: Report['rows'] = [];
  for (const picks of sizes) {
    const name = picks === 0 ? 'after-sales example' : `${picks} picks`;
    const outline = await outlineFrom(picks === 0 ? example() : withPicks(picks));
    const map = mapOf(outline);
    const size = counted(await slidesOf(outline));
    const jobs: [string, () => unknown][] = [
      [
        'map: .mm, .opml, .xmind, .md',
        () => Object.values(mapFormats).map((one) => one.write(map, 'zh-CN')),
      ],
      ['map: SVG pages', () => drawPages(map, 'zh-CN').map((page) => svgOf(page))],
      [`slides (${size.slides}, ${size.texts} texts)`, () => slidesOf(outline)],
      ['pptxgenjs alone, as many texts', () => plainDeck(size)],
      [
        'statement and annex, .docx',
        async () => [await docxOf(statementOf(outline)), await docxOf(annexOf(outline))],
      ],
      ...(existsSync(font)
        ? ([
            [
              'statement, .pdf',
              () => {
                const face: [string, string] = [font, 'NotoSansCJKsc-Regular'];
                return pdfOf(statementOf(outline), { regular: face, bold: face });
              },
            ],
          ] as [string, () => unknown][])
        : []),
    ];
    let slidesTime = NaN;
    for (const [job, work] of jobs) {
      const times: number[] = [];
      const before = process.memoryUsage().heapUsed;
      let most = 0;
      for (const { counts } of turns(runs)) {
        const { ms } = await stopwatch(work);
        if (!counts) continue;
        times.push(ms);
        most = Math.max(most, process.memoryUsage().heapUsed - before);
      }
      const time = summary(times);
      if (job.startsWith('slides')) slidesTime = time.median;
      const ratio = job.startsWith('pptxgenjs') ? (slidesTime / time.median).toFixed(2) : '';
      rows.push([name, job, time, `${Math.round(Math.max(0, most) / 1e6)}`, ratio]);
    }
  }
  return [
    {
      title: 'Deliverables from an outline: ms, median (min–max)',
      columns: ['engagement', 'deliverable', 'time', 'heap MB', 'ours ÷ pptxgenjs alone'],
      rows,
    },
  ];
}
