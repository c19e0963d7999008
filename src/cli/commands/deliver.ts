import path from 'node:path';
import {
  annexOf,
  interviewOf,
  requestsOf,
  audiences,
  docxOf,
  drawPages,
  mapFormats,
  mapOf,
  slidesOf,
  statementOf,
  svgOf,
  type Audience,
  type Outline,
  type Paper,
} from '../../deliver';
import { message, type Lang } from '../../messages';
import { dueAudit, showClientView } from '../../office';
import { mayWrite, otherEnding, readBytes, writeOut } from '../files';
import { done, InputError, progressLine, type Shell } from '../io';
import { readBrand } from './deliverBrand';
import { checkFonts, pageFile, paperFonts, pngOf } from './deliverPictures';
import { studyFile, type Studied } from './deliverStudy';
import type { DeliverOptions } from './deliverProgram';

type Content = string | Uint8Array;
interface Job {
  file: string;
  /** One content, or one for each page. */
  make(outline: Outline, studied: Studied): Promise<Content | Content[]>;
}

/** Mind map, slides, statement and annex of a workbook, as files. */
export async function run(
  shell: Shell,
  [file]: [string],
  options: DeliverOptions,
): Promise<number> {
  const { io, lang } = shell;
  const jobs = await jobsOf(lang, file, options);
  if (options.font) {
    if (!jobs.some((job) => ['.pdf', '.png'].includes(endingOf(job.file))))
      throw new InputError(message(lang, 'cli.deliver.fontUnused'));
    await checkFonts(lang, options.font);
  }
  for (const job of jobs) mayWrite(lang, job.file, options);
  const studied = await studyFile(shell, file, options);
  const { outline } = studied;
  const progress = progressLine(io);
  const made: [string, Content][] = [];
  for (const job of jobs) {
    progress.show(message(lang, 'cli.deliver.making', { file: job.file }));
    const content = await job.make(outline, studied);
    const pages = Array.isArray(content) ? content : [content];
    made.push(...pages.map((one, i): [string, Content] => [pageFile(job.file, i + 1), one]));
  }
  for (const [target] of made) mayWrite(lang, target, options);
  for (const [target, content] of made) await writeOut(lang, target, content);
  progress.clear();
  const files = made.map(([target]) => target);
  if (options.json) io.out(`${JSON.stringify({ files, lang: outline.lang })}\n`);
  else for (const target of files) io.out(`${message(lang, 'cli.wrote', { file: target })}\n`);
  return done;
}

/** What was asked for; refuses what cannot be made before the workbook is read. @throws InputError */
async function jobsOf(lang: Lang, workbook: string, options: DeliverOptions): Promise<Job[]> {
  const audience = audienceOf(lang, options.audience);
  const { period } = options;
  const brand = options.brand === undefined ? undefined : await readBrand(lang, options.brand);
  const template =
    options.template === undefined ? undefined : await readBytes(lang, options.template);
  const paperJob = (paper: (outline: Outline, studied: Studied) => Paper) => (file: string) =>
    paperJobOf(lang, file, paper, options.font);
  const jobs: Job[] = [
    ...(options.mindmap ?? []).map((file) => mapJob(lang, file, options.font)),
    ...(options.slides === undefined ? [] : [options.slides]).map((file): Job => {
      needEnding(lang, file, ['.pptx']);
      const beside = path.relative(path.dirname(file), workbook).split(path.sep).join('/');
      return {
        file,
        make: (outline) =>
          slidesOf(outline, {
            audience,
            workbook: beside,
            ...(brand && { brand }),
            ...(template && { template }),
          }),
      };
    }),
    ...(options.print === undefined ? [] : [options.print]).map((file): Job => {
      needEnding(lang, file, ['.xlsx']);
      return {
        file,
        make: async (_outline, { host, study }) => {
          await host.run((context) => showClientView(context, study));
          return host.save();
        },
      };
    }),
    ...(options.statement ?? []).map(
      paperJob((outline, { study }) => statementOf(outline, period, dueAudit(study))),
    ),
    ...(options.annex ?? []).map(paperJob(annexOf)),
    ...(options.interview ?? []).map(paperJob(interviewOf)),
    ...(options.requests ?? []).map(paperJob(requestsOf)),
  ];
  if (jobs.length === 0) throw new InputError(message(lang, 'cli.deliver.nothing'));
  return jobs;
}

function audienceOf(lang: Lang, given = 'team'): Audience {
  const known = audiences.find((one) => one === given);
  if (known) return known;
  const params = { name: given, values: audiences.join(', ') };
  throw new InputError(message(lang, 'cli.deliver.audience', params));
}

const endingOf = (file: string) => path.extname(file).toLowerCase();

/** @throws InputError */
function needEnding(lang: Lang, file: string, endings: readonly string[]): string {
  const ending = endingOf(file);
  if (endings.includes(ending)) return ending;
  throw otherEnding(lang, file, endings);
}

function mapJob(lang: Lang, file: string, given: readonly string[] | undefined): Job {
  const ending = needEnding(lang, file, [...Object.keys(mapFormats), '.svg', '.png']);
  const format = mapFormats[ending];
  return {
    file,
    async make(outline) {
      const map = mapOf(outline);
      if (format) return format.write(map, outline.lang);
      const pages = drawPages(map, outline.lang);
      if (ending === '.svg') return pages.map((page) => svgOf(page));
      const fonts = paperFonts(outline.lang, given);
      const pictures: Uint8Array[] = [];
      for (const page of pages) pictures.push(await pngOf(page, fonts));
      return pictures;
    },
  };
}

function paperJobOf(
  lang: Lang,
  file: string,
  paper: (outline: Outline, studied: Studied) => Paper,
  given: readonly string[] | undefined,
): Job {
  const ending = needEnding(lang, file, ['.docx', '.pdf']);
  if (ending === '.docx')
    return { file, make: (outline, studied) => docxOf(paper(outline, studied)) };
  return {
    file,
    async make(outline, studied) {
      const fonts = paperFonts(outline.lang, given);
      if (!fonts) throw new InputError(message(lang, 'cli.deliver.noFont'));
      const { pdfOf } = await import('../../deliver/papers/pdf');
      return pdfOf(paper(outline, studied), fonts);
    },
  };
}
