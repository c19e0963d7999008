import { withMeasures } from '../engagement/aggregate';
import type { Context } from './context';
import { read } from './context';
import { exchangeSheets } from './exchange';
import { applyEngagement } from './fill';
import { checked, inputsOf } from './inputs';
import { describeLists } from './lists';
import { engagementSheet } from './sheets/engagement';
import { guideSheet } from './sheets/guide';
import { linksSheet, provenanceSheet } from './sheets/hidden';
import { interviewSheet, requestsSheet } from './sheets/interview';
import { lifecycleSheet } from './sheets/lifecycle';
import { listsSheet } from './sheets/lists';
import { maturitySheet } from './sheets/maturity';
import { scopeSheet } from './sheets/scope';
import { microConsultingSheet } from './sheets/microConsulting';
import { pageSheets } from './sheets/pages';
import { progressSheet } from './sheets/progress';
import { ratingSheet } from './sheets/rating';
import { askSheet, functionSheet, innovationSheet, painSheet, planSheet } from './sheets/steps';
import { benefitsSheet } from './sheets/value/benefits';
import { costsSheet } from './sheets/value/costs';
import { driversSheet } from './sheets/value/drivers';
import { checksSheet } from './sheets/value/checks';
import { contractSheet } from './sheets/value/contract';
import { criteriaSheet } from './sheets/value/criteria';
import { curvesSheet } from './sheets/value/curves';
import { dashboardSheet } from './sheets/value/dashboard';
import { ledgerSheet } from './sheets/value/ledger';
import { mappingSheets } from './sheets/mapping';
import { metricsSheet } from './sheets/value/metrics';
import { realisedSheet } from './sheets/value/realised';
import { monetisationSheet } from './sheets/value/monetisation';
import { readingsSheet } from './sheets/value/readings';
import { payoffSheet } from './sheets/value/payoff';
import { roiSheet } from './sheets/value/roi';
import { settlementSheet } from './sheets/value/settlement';
import { statementSheet } from './sheets/value/statement';
import { termsSheet } from './sheets/value/terms';
import { traceSheet } from './sheets/trace';
import { hasRating } from './pages';
import type { SheetSpec, WorkbookSpec } from './spec';
import { showUnits } from './units';

/**
 * The whole workbook of an engagement, as data. The same context gives the same description.
 * Value, return and bet sheets stand between Lifecycle and Progress.
 */
export function describeWorkbook(asked: Context): WorkbookSpec {
  const context = {
    ...asked,
    engagement: withMeasures(asked.engagement, asked.catalog.metrics),
  };
  const lists = describeLists(context);
  const given = checked(context, [
    guideSheet(context),
    engagementSheet(context),
    askSheet(context),
    planSheet(context),
    painSheet(context),
    functionSheet(context),
    innovationSheet(context),
    traceSheet(context),
    ...pageSheets(context),
    ...(hasRating(context.catalog) ? [ratingSheet(context)] : []),
    maturitySheet(context),
    scopeSheet(context),
    microConsultingSheet(context),
    interviewSheet(context),
    requestsSheet(context),
    lifecycleSheet(context),
    metricsSheet(context),
    readingsSheet(context),
    driversSheet(context),
    monetisationSheet(context),
    benefitsSheet(context),
    realisedSheet(context),
    costsSheet(context),
    roiSheet(context),
    contractSheet(context),
    termsSheet(context),
    curvesSheet(context),
    criteriaSheet(context),
    settlementSheet(context),
    statementSheet(context),
    payoffSheet(context),
    ledgerSheet(context),
    dashboardSheet(context),
  ]);
  const main = [
    ...given,
    checksSheet(context, inputsOf(given)),
    progressSheet(context),
    listsSheet(context, lists),
  ];
  const filled = (sheet: SheetSpec) => applyEngagement(sheet, context.engagement);
  const answered = main.map(filled);
  const rest = [
    ...exchangeSheets(context, { sheets: answered, lists }),
    ...mappingSheets(context),
    linksSheet(context),
    provenanceSheet(context, main),
  ];
  return {
    lang: context.lang,
    title: context.engagement.settings.project ?? read(context, context.catalog.name),
    sheets: showUnits([...answered, ...rest.map(filled)]),
    lists,
  };
}
