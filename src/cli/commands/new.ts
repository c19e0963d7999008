import { newHost } from '../hosts';
import { message } from '../../messages';
import { addIn, layOut } from '../../office';
import { today } from '../days';
import { mayWrite, writeOut } from '../files';
import { done, InputError, progressLine, type Shell } from '../io';
import { loadProject } from '../project';
import type { NewOptions } from './workbookProgram';

/** A new workbook from models, catalogs and an engagement. */
export async function run(shell: Shell, _: [], options: NewOptions): Promise<number> {
  const { io, lang } = shell;
  mayWrite(lang, options.out, options, '.xlsx');
  const { engagement, catalogs } = await loadProject(shell, options);
  if (!engagement) throw new InputError(message(lang, 'cli.model.missing'));
  const progress = progressLine(io);
  progress.show(message(lang, 'cli.progress.layingOut'));
  const host = newHost();
  const { cells } = await host.run((context) =>
    layOut(context, engagement, { catalogs, today: today() }),
  );
  progress.show(message(lang, 'cli.progress.saving'));
  await writeOut(lang, options.out, await host.save({ addIn }));
  progress.clear();
  const models = engagement.catalogs.map(({ id }) => id);
  io.out(
    options.json
      ? `${JSON.stringify({ file: options.out, models, lang: engagement.lang, cells })}\n`
      : `${message(lang, 'cli.wrote', { file: options.out })}\n`,
  );
  return done;
}
