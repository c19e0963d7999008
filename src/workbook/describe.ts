import type { Context } from './context';
import { read } from './context';
import { applyEngagement } from './fill';
import { describeLists } from './lists';
import { engagementSheet } from './sheets/engagement';
import { guideSheet } from './sheets/guide';
import { linksSheet, provenanceSheet } from './sheets/hidden';
import { lifecycleSheet } from './sheets/lifecycle';
import { listsSheet } from './sheets/lists';
import { microConsultingSheet } from './sheets/microConsulting';
import { progressSheet } from './sheets/progress';
import { askSheet, functionSheet, innovationSheet, painSheet, planSheet } from './sheets/steps';
import { traceSheet } from './sheets/trace';
import type { WorkbookSpec } from './spec';

/**
 * The whole workbook of an engagement, as data. The same context gives the same description.
 * Value, return and bet sheets stand between Lifecycle and Progress.
 */
export function describeWorkbook(context: Context): WorkbookSpec {
  const lists = describeLists(context);
  const main = [
    guideSheet(context),
    engagementSheet(context),
    askSheet(context),
    planSheet(context),
    painSheet(context),
    functionSheet(context),
    innovationSheet(context),
    traceSheet(context),
    microConsultingSheet(context),
    lifecycleSheet(context),
    progressSheet(context),
    listsSheet(context, lists),
  ];
  const sheets = [...main, linksSheet(context), provenanceSheet(context, main)];
  return {
    lang: context.lang,
    title: context.engagement.settings.project ?? read(context, context.catalog.name),
    sheets: sheets.map((sheet) => applyEngagement(sheet, context.engagement)),
    lists,
  };
}
