import { controlFlow } from './control';
import { definition } from './registry';

/** Functions of Excel that this host does not compute; it says so instead of inventing a value. */
const others = new Set(
  `ASC BAHTTEXT CALL COPILOT CUBEKPIMEMBER CUBEMEMBER CUBEMEMBERPROPERTY CUBERANKEDMEMBER CUBESET CUBESETCOUNT CUBEVALUE DBCS DETECTLANGUAGE EUROCONVERT FIELDVALUE FILTERXML FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT GETPIVOTDATA GROUPBY IMAGE IMPORTCSV IMPORTTEXT INFO JIS PHONETIC PIVOTBY REGEXEXTRACT REGEXREPLACE REGEXTEST REGISTER.ID RTD STOCKHISTORY TRANSLATE WEBSERVICE`.split(
    /\s+/,
  ),
);

/** A function's name in capitals, without the prefix files give to newer functions. */
export const plainName = (name: string) => name.toUpperCase().replace(/^_XLFN\.(_XLWS\.)?/, '');

/** Whether Excel knows a function of this name (capitals). */
export const isExcelFunction = (name: string): boolean =>
  others.has(name) || definition(name) !== undefined || name in controlFlow;
