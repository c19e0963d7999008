import { LocaleType, LogLevel, mergeLocales, Univer, type ILanguagePack } from '@univerjs/core';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { UniverUIPlugin } from '@univerjs/ui';
import type { Lang } from '../../messages';

import '@univerjs/design/lib/index.css';
import '@univerjs/ui/lib/index.css';
import '@univerjs/docs-ui/lib/index.css';
import '@univerjs/sheets-ui/lib/index.css';
import '@univerjs/sheets-formula-ui/lib/index.css';

const locales: Record<Lang, LocaleType> = {
  'zh-CN': LocaleType.ZH_CN,
  'zh-TW': LocaleType.ZH_TW,
  en: LocaleType.EN_US,
};

type Pack = { default: ILanguagePack };
const words: Record<Lang, () => Promise<Pack[]>> = {
  'zh-CN': () =>
    Promise.all([
      import('@univerjs/design/locale/zh-CN'),
      import('@univerjs/ui/locale/zh-CN'),
      import('@univerjs/docs-ui/locale/zh-CN'),
      import('@univerjs/sheets/locale/zh-CN'),
      import('@univerjs/sheets-ui/locale/zh-CN'),
      import('@univerjs/sheets-formula/locale/zh-CN'),
      import('@univerjs/sheets-formula-ui/locale/zh-CN'),
    ]),
  'zh-TW': () =>
    Promise.all([
      import('@univerjs/design/locale/zh-TW'),
      import('@univerjs/ui/locale/zh-TW'),
      import('@univerjs/docs-ui/locale/zh-TW'),
      import('@univerjs/sheets/locale/zh-TW'),
      import('@univerjs/sheets-ui/locale/zh-TW'),
      import('@univerjs/sheets-formula/locale/zh-TW'),
      import('@univerjs/sheets-formula-ui/locale/zh-TW'),
    ]),
  en: () =>
    Promise.all([
      import('@univerjs/design/locale/en-US'),
      import('@univerjs/ui/locale/en-US'),
      import('@univerjs/docs-ui/locale/en-US'),
      import('@univerjs/sheets/locale/en-US'),
      import('@univerjs/sheets-ui/locale/en-US'),
      import('@univerjs/sheets-formula/locale/en-US'),
      import('@univerjs/sheets-formula-ui/locale/en-US'),
    ]),
};

/** Univer with what a grid needs and nothing that computes. */
export async function createUniver(container: HTMLElement, lang: Lang): Promise<Univer> {
  const locale = locales[lang];
  const packs = await words[lang]();
  const univer = new Univer({
    locale,
    locales: { [locale]: mergeLocales(...packs.map((pack) => pack.default)) },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin, { notExecuteFormula: true });
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: true,
    toolbar: false,
    footer: false,
    contextMenu: false,
    headerMenu: false,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    footer: false,
    disableForceStringAlert: true,
    disableForceStringMark: true,
    clipboardConfig: { hidePasteOptions: true },
  });
  // The cell's editor is the formula editor's; it is here to be typed in, not to compute.
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  return univer;
}
