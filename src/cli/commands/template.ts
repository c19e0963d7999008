import { audiences } from '../../engagement/register';
import { layTemplate, questionsIn, templateOf, type Template } from '../../exchange';
import { newHost } from '../hosts';
import { message, type Lang } from '../../messages';
import { today } from '../days';
import { mayWrite, writeOut } from '../files';
import { done, InputError, progressLine, type Shell } from '../io';
import { loadMaster, refuseCrossed, specIn, type Master } from './exchangeMaster';
import type { TemplateOptions } from './exchangeProgram';

/** A workbook that asks one person. */
export async function run(
  shell: Shell,
  [file]: [string],
  options: TemplateOptions,
): Promise<number> {
  const { io, lang } = shell;
  mayWrite(lang, options.out, options, '.xlsx');
  const master = await loadMaster(shell, file, options.catalog);
  const template = await make(lang, master, options);
  refuseCrossed(
    lang,
    master,
    template.sent.tables.map(({ id }) => id),
  );
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.layingOut'));
  const host = newHost();
  await host.run((context) => layTemplate(context, template.spec));
  progress.show(message(lang, 'cli.progress.saving'));
  await writeOut(lang, options.out, await host.save());
  progress.clear();
  const { tables, respondent } = template.sent;
  const questions = questionsIn(template.sent);
  const facts = { file: options.out, questions, sheets: tables.length, respondent };
  io.out(
    options.json
      ? `${JSON.stringify({ ...facts, tables: tables.map(({ id }) => id) })}\n`
      : `${message(lang, 'cli.template.done', facts)}\n`,
  );
  return done;
}

async function make(lang: Lang, master: Master, options: TemplateOptions): Promise<Template> {
  const audience = audiences.find((one) => one === options.for);
  if (!audience) {
    const values = audiences.join(', ');
    throw new InputError(message(lang, 'cli.template.audience', { name: options.for, values }));
  }
  const respondent = options.respondent.trim();
  if (respondent === '') throw new InputError(message(lang, 'cli.template.respondent'));
  return templateOf(await specIn(master, options.lang), master.engagement, {
    audience,
    respondent,
    due: options.due,
    sent: today(),
    ...(options.steps && { steps: options.steps }),
    ...(options.dimensions && { dimensions: options.dimensions }),
    ...(options.blank && { prefilled: false }),
    ...(options.prefilled && { prefilled: true }),
  });
}
