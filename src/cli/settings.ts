import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { readJson } from '../catalog/parse';
import { message } from '../messages';
import { readText } from './files';
import { InputError, type Shell } from './io';

/**
 * What a firm has set once for all: in the environment, else in its settings file, which `APPFI_SETTINGS`
 * names, else `appfi/settings.json` where the system keeps settings. Places there are seen from that file.
 */

const places = {
  /** A folder of catalog files. */
  catalogs: 'APPFI_CATALOGS',
  /** A file of words that never leave. */
  withhold: 'APPFI_WITHHOLD',
} as const;

const place = z.string().min(1).optional();
const Settings = z.strictObject({ catalogs: place, withhold: place });

function settingsFile({ env }: Shell['io']): string {
  if (env.APPFI_SETTINGS) return env.APPFI_SETTINGS;
  const home = env.XDG_CONFIG_HOME ?? env.APPDATA ?? path.join(env.HOME ?? homedir(), '.config');
  return path.join(home, 'appfi', 'settings.json');
}

/** The file or folder that was set; undefined where nobody has named one. @throws InputError */
export async function firmSetting(
  { io, lang }: Shell,
  name: keyof typeof places,
): Promise<string | undefined> {
  const named = io.env[places[name]];
  if (named) return named;
  const file = settingsFile(io);
  const text = await readText(lang, file).catch((error: unknown) => {
    if (io.env.APPFI_SETTINGS) throw error;
    return undefined;
  });
  if (text === undefined) return undefined;
  const { success, data } = Settings.safeParse(readJson(text).json);
  if (!success) throw new InputError(message(lang, 'cli.library.badSettings', { file }));
  const found = data[name];
  return found && path.resolve(path.dirname(file), found);
}
